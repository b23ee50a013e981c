import { addressOf } from './address.ts';
import { fieldIn, type JsonObject, lineIn, textIn, wordIn } from './json.ts';
import { timeIn } from './time.ts';
import { noteVendorClass, OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://dev.mailjet.com/email/guides/webhooks/. `sent` means that the receiving server took the message.
const EVENTS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['sent', ['delivery']],
  ['bounce', ['bounce']],
  ['blocked', ['bounce']],
  ['spam', ['complaint']],
  ['unsub', ['other', 'notice.unsubscribe']],
]);

// The table of errors on the same page. `typofix` and `preblocked` are Mailjet's own decisions before any delivery.
const ERRORS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['userunknown', ['bounce', 'recipient.unknown']],
  ['mailboxinactive', ['bounce', 'recipient.disabled']],
  ['quotaexceeded', ['bounce', 'recipient.over-quota']],
  ['blacklisted', ['bounce', 'suppressed.by-esp']],
  ['spamreporter', ['bounce', 'suppressed.by-esp']],
  ['invaliddomain', ['bounce', 'recipient.domain-unknown']],
  ['nomailhost', ['bounce', 'route.no-answer']],
  ['relayaccessdenied', ['bounce', 'policy.access-denied']],
  ['greylisted', ['deferral', 'rate.greylist']],
  ['typofix', ['bounce', 'suppressed.by-esp']],
  ['preblocked', ['bounce', 'suppressed.by-esp']],
  ['spampreblocked', ['bounce', 'content.spam']],
  ['contentblocked', ['bounce', 'content.spam']],
  ['spamcontentblocked', ['bounce', 'content.spam']],
  ['senderblocked', ['bounce', 'reputation.low']],
  ['policyissue', ['bounce', 'policy.generic']],
  ['systemissue', ['bounce', 'host.internal-error']],
  ['protocolissue', ['bounce', 'host.protocol']],
  ['connectionissue', ['bounce', 'route.no-answer']],
]);

/** Mailjet's event API (`Version` 1 and 2). */
export const mailjet: WebhookVendor = {
  vendor: 'mailjet',

  recognises(event) {
    if (textIn(event, 'event') === null || textIn(event, 'email') === null) return false;
    return textIn(event, 'MessageID', 'Message_GUID', 'mj_campaign_id', 'mj_contact_id') !== null;
  },

  read(event) {
    const reading = webhookReading('mailjet', outcomeOf(event));
    reading.recipient = addressOf(fieldIn(event, 'email'));
    // `error` is a word of Mailjet's table; the server's text, where kept, is in `comment`.
    reading.diagnostic = lineIn(event, 'smtp_reply', 'comment');
    reading.timestamp = timeIn(event, 'time');
    // `MessageID` is a number too long for a JavaScript number, hence last.
    reading.message.messageId = textIn(event, 'Message_GUID', 'mj_message_id', 'MessageID');
    reading.message.campaign = campaignOf(event);
    noteVendorClass(reading, textIn(event, 'error'));
    return [reading];
  },
};

function outcomeOf(event: JsonObject): Outcome {
  const outcome = EVENTS.get(wordIn(event, 'event')) ?? OTHER;
  return outcome[0] === 'bounce' ? (ERRORS.get(wordIn(event, 'error')) ?? outcome) : outcome;
}

function campaignOf(event: JsonObject): string | null {
  const id = textIn(event, 'mj_campaign_id');
  return textIn(event, 'customcampaign') ?? (id === '0' ? null : id);
}
