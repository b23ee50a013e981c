import type { Reading } from '../../reading.ts';
import { addressesOf, addressOf, RECIPIENTS_PER_EVENT } from './address.ts';
import {
  fieldIn,
  firstTextIn,
  flagIn,
  isObject,
  type JsonObject,
  lineIn,
  listIn,
  objectIn,
  textIn,
  wordIn,
} from './json.ts';
import { bounceSubtype } from './ses-bounce-subtype.ts';
import { enhancedStatusIn, hostOf, ipOf } from './smtp-field.ts';
import { timeIn } from './time.ts';
import { noteVendorClass, OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// A notification says `notificationType`, event publishing `eventType`; the object of the same name has the details.
// https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
// https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
const DETAILS: ReadonlyMap<string, readonly [detail: string, recipients: string]> = new Map([
  ['bounce', ['bounce', 'bouncedRecipients']],
  ['complaint', ['complaint', 'complainedRecipients']],
  ['delivery', ['delivery', 'recipients']],
  ['deliverydelay', ['deliveryDelay', 'delayedRecipients']],
  ['reject', ['reject', '']],
  ['renderingfailure', ['failure', '']],
  ['send', ['send', '']],
  ['open', ['open', '']],
  ['click', ['click', '']],
  ['subscription', ['subscription', '']],
  ['received', ['receipt', 'recipients']],
]);

const DELAYS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['mailboxfull', ['deferral', 'recipient.over-quota']],
  ['spamdetected', ['deferral', 'content.spam']],
  ['recipientservererror', ['deferral', 'host.internal-error']],
  ['ipfailure', ['deferral', 'reputation.ip-private']],
  ['transientcommunicationfailure', ['deferral', 'route.no-answer']],
  ['byoiphostnamelookupunavailable', ['deferral', 'dns.ptr']],
]);

/** Amazon SES notifications and published events. Their SNS, SQS, Lambda and EventBridge envelopes are not its job. */
export const amazonSes: WebhookVendor = {
  vendor: 'amazon-ses',

  recognises(event) {
    const named = DETAILS.has(wordIn(event, 'eventType', 'notificationType'));
    return named && (isObject(fieldIn(event, 'mail')) || textIn(event, 'notificationType') !== null);
  },

  read(event) {
    const type = wordIn(event, 'eventType', 'notificationType');
    const [detailName, recipientsName] = DETAILS.get(type) ?? ['', ''];
    const detail = objectIn(event, detailName);
    const mail = objectIn(event, 'mail');
    const base = (): Reading => shared(webhookReading('amazon-ses', outcomeOf(type, detail)), detail, mail);

    const listed = listIn(detail, recipientsName).slice(0, RECIPIENTS_PER_EVENT);
    const readings = listed.map((recipient) => ofRecipient(base(), recipient, vendorClass(detail)));
    if (type === 'complaint' && readings.length > 1) for (const reading of readings) reading.warnings.push(UNCERTAIN);
    if (readings.length > 0) return readings;
    const destinations = addressesOf(fieldIn(mail, 'destination'));
    // A bounce that names nobody must not be pinned on every addressee of the mail.
    const isOfOne = type === 'bounce' || type === 'complaint' || type === 'deliverydelay';
    const named = isOfOne && destinations.length > 1 ? [] : destinations;
    const recipients = named.length > 0 ? named : [null];
    return recipients.map((recipient) => ofRecipient(base(), recipient, vendorClass(detail)));
  },
};

const UNCERTAIN = {
  code: 'webhook-recipient-uncertain',
  message: 'The mailbox provider hid who complained; Amazon SES lists every recipient there who may have.',
};

function outcomeOf(type: string, detail: JsonObject): Outcome {
  switch (type) {
    case 'bounce':
      return bounceSubtype(textIn(detail, 'bounceSubType'));
    case 'deliverydelay':
      return DELAYS.get(wordIn(detail, 'delayType')) ?? ['deferral'];
    case 'complaint':
      // `not-spam`: the recipient took the message out of the spam folder.
      if (wordIn(detail, 'complaintFeedbackType') === 'notspam') return OTHER;
      return wordIn(detail, 'complaintSubType') === '' ? ['complaint'] : ['complaint', 'suppressed.by-esp'];
    case 'delivery':
      return ['delivery'];
    case 'reject':
      return ['bounce', 'content.virus'];
    case 'renderingfailure':
      return ['bounce'];
    case 'subscription':
      return flagIn(objectIn(detail, 'newTopicPreferences'), 'unsubscribeAll')
        ? ['other', 'notice.unsubscribe']
        : OTHER;
    default:
      return OTHER;
  }
}

/** `Permanent/General`, or the one word that a delay, a complaint or a refusal by SES itself has. */
function vendorClass(detail: JsonObject): string | null {
  const [type, subType] = [textIn(detail, 'bounceType'), textIn(detail, 'bounceSubType')];
  if (type !== null) return subType === null ? type : `${type}/${subType}`;
  return textIn(detail, 'delayType', 'reason');
}

function shared(reading: Reading, detail: JsonObject, mail: JsonObject): Reading {
  reading.sender = addressOf(fieldIn(mail, 'source'));
  reading.reportingMta = hostOf(fieldIn(detail, 'reportingMTA'));
  reading.remoteIp = ipOf(fieldIn(detail, 'remoteMtaIp'));
  reading.diagnostic = lineIn(detail, 'smtpResponse', 'errorMessage');
  reading.timestamp = timeIn(detail, 'timestamp') ?? timeIn(mail, 'timestamp');
  const headers = objectIn(mail, 'commonHeaders');
  reading.message.messageId = textIn(headers, 'messageId') ?? textIn(mail, 'messageId');
  reading.message.subject = lineIn(headers, 'subject');
  reading.message.from = firstTextIn(headers, 'from');
  reading.message.date = timeIn(headers, 'date');
  reading.message.listId = headerOf(mail, 'list-id');
  reading.message.campaign = campaignOf(objectIn(mail, 'tags'));
  return reading;
}

function headerOf(mail: JsonObject, name: string): string | null {
  const header = listIn(mail, 'headers').find((one) => isObject(one) && textIn(one, 'name')?.toLowerCase() === name);
  return isObject(header) ? lineIn(header, 'value') : null;
}

/** The tag named `campaign`, else the first that is not one of SES's own (`ses:source-ip`). */
function campaignOf(tags: JsonObject): string | null {
  const own = Object.keys(tags).filter((name) => !name.startsWith('ses:'));
  return firstTextIn(tags, 'campaign', ...own.slice(0, 1));
}

function ofRecipient(reading: Reading, recipient: unknown, vendorClassName: string | null): Reading {
  if (isObject(recipient)) {
    reading.recipient = addressOf(fieldIn(recipient, 'emailAddress'));
    reading.dsnAction = textIn(recipient, 'action');
    reading.enhancedStatus = enhancedStatusIn(recipient, 'status');
    reading.diagnostic = lineIn(recipient, 'diagnosticCode') ?? reading.diagnostic;
  } else {
    reading.recipient = addressOf(recipient);
  }
  noteVendorClass(reading, vendorClassName);
  return reading;
}
