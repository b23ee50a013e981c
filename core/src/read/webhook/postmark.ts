import { addressOf } from './address.ts';
import { fieldIn, flagIn, type JsonObject, lineIn, textIn, wordIn } from './json.ts';
import { timeIn } from './time.ts';
import { noteVendorClass, OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://postmarkapp.com/developer/webhooks/webhooks-overview
const RECORDS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['delivery', ['delivery']],
  ['spamcomplaint', ['complaint']],
  ['open', OTHER],
  ['click', OTHER],
  ['smtpapierror', ['bounce']],
]);

// https://postmarkapp.com/developer/api/bounce-api#bounce-types. HardBounce has no hint: Postmark gives it for every
// permanent refusal. Transient is "message delayed"; SoftBounce and DnsError end the delivery.
const BOUNCES: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['transient', ['deferral']],
  ['unsubscribe', ['other', 'notice.unsubscribe']],
  ['subscribe', ['other', 'notice.subscribe']],
  ['autoresponder', ['auto-reply']],
  ['addresschange', ['auto-reply', 'recipient.moved']],
  ['dnserror', ['bounce', 'route.dns-temporary']],
  ['spamnotification', ['bounce', 'content.spam']],
  ['virusnotification', ['bounce', 'content.virus']],
  ['challengeverification', ['challenge']],
  ['bademailaddress', ['bounce', 'recipient.bad-syntax']],
  ['spamcomplaint', ['complaint']],
  ['manuallydeactivated', ['bounce', 'suppressed.by-esp']],
  ['blocked', ['bounce', 'policy.generic']],
  ['dmarcpolicy', ['bounce', 'auth.dmarc']],
]);

const SUPPRESSIONS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['hardbounce', ['bounce', 'suppressed.by-esp']],
  ['spamcomplaint', ['complaint']],
  ['manualsuppression', ['other', 'notice.unsubscribe']],
]);

/** Postmark's modular webhooks, and the rows of its bounce API (which have no `RecordType`). */
export const postmark: WebhookVendor = {
  vendor: 'postmark',

  recognises(event) {
    if (textIn(event, 'RecordType') !== null) return textIn(event, 'MessageID', 'Recipient', 'Email') !== null;
    return textIn(event, 'Type') !== null && textIn(event, 'TypeCode') !== null && textIn(event, 'Email') !== null;
  },

  read(event) {
    const reading = webhookReading('postmark', outcomeOf(event));
    reading.recipient = addressOf(fieldIn(event, 'Email')) ?? addressOf(fieldIn(event, 'Recipient'));
    reading.diagnostic = lineIn(event, 'Details');
    reading.timestamp = timeIn(event, 'BouncedAt', 'DeliveredAt', 'ChangedAt', 'ReceivedAt');
    reading.message.messageId = textIn(event, 'MessageID');
    reading.message.subject = lineIn(event, 'Subject');
    reading.message.from = lineIn(event, 'From');
    reading.message.campaign = textIn(event, 'Tag');
    if (reading.kind === 'bounce' || reading.kind === 'deferral') {
      noteVendorClass(reading, textIn(event, 'Type', 'SuppressionReason'));
    }
    return [reading];
  },
};

function outcomeOf(event: JsonObject): Outcome {
  const record = wordIn(event, 'RecordType');
  if (record === 'subscriptionchange') {
    if (!flagIn(event, 'SuppressSending')) return ['other', 'notice.subscribe'];
    return SUPPRESSIONS.get(wordIn(event, 'SuppressionReason')) ?? OTHER;
  }
  if (record === 'bounce' || record === '') return BOUNCES.get(wordIn(event, 'Type')) ?? ['bounce'];
  return RECORDS.get(record) ?? OTHER;
}
