import type { ReasonId } from '@whybounce/knowledge';
import { addressOf } from './address.ts';
import { fieldIn, firstTextIn, type JsonObject, lineIn, textIn, wordIn, wordOf } from './json.ts';
import { enhancedStatusIn, replyCodeIn, sentFrom } from './smtp-field.ts';
import { timeIn } from './time.ts';
import { noteVendorClass, OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event
const EVENTS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['bounce', ['bounce']],
  ['blocked', ['bounce']],
  ['dropped', ['bounce']],
  ['deferred', ['deferral']],
  ['delivered', ['delivery']],
  ['spamreport', ['complaint']],
  ['unsubscribe', ['other', 'notice.unsubscribe']],
  ['groupunsubscribe', ['other', 'notice.unsubscribe']],
  ['groupresubscribe', ['other', 'notice.subscribe']],
]);

// The reasons with which SendGrid drops a message before it meets any mail server. They are SendGrid's, so none of
// them becomes a diagnostic: `Bounced Address` repeats an older bounce, whose cause is not told here.
const DROPS: ReadonlyMap<string, ReasonId | null> = new Map<string, ReasonId | null>([
  ['bouncedaddress', 'suppressed.by-esp'],
  ['unsubscribedaddress', 'suppressed.by-esp'],
  ['spamreportingaddress', 'suppressed.by-esp'],
  ['recipientlistoverpackagequota', null],
  ['spamcontentifspamcheckerappenabled', 'content.spam'],
  ['spamcontent', 'content.spam'],
  ['invalid', 'recipient.bad-syntax'],
  ['invalidaddress', 'recipient.bad-syntax'],
  ['invalidsmtpapiheader', null],
]);

/** Twilio SendGrid: the event webhook, and the rows of its bounce, block and invalid-address lists. */
export const sendgrid: WebhookVendor = {
  vendor: 'sendgrid',

  recognises(event) {
    const has = (...keys: string[]) => textIn(event, ...keys) !== null;
    if (!has('email')) return false;
    return has('event') ? has('sg_event_id', 'sg_message_id') : has('created') && has('reason');
  },

  read(event) {
    const name = wordIn(event, 'event');
    const dropReason = name === 'dropped' ? textIn(event, 'reason') : null;
    const isKnownDrop = dropReason !== null && DROPS.has(wordOf(dropReason));
    const reading = webhookReading('sendgrid', outcomeOf(event, name));
    if (isKnownDrop) reading.hint = DROPS.get(wordOf(dropReason)) ?? null;

    reading.recipient = addressOf(fieldIn(event, 'email'));
    // `ip` is the address that sent, or that of who opened, never that of the receiving server.
    if (reading.kind === 'bounce' || reading.kind === 'deferral' || reading.kind === 'delivery')
      reading.sendingMta = sentFrom(fieldIn(event, 'ip'));
    reading.replyCode = replyCodeIn(event, 'status');
    reading.enhancedStatus = enhancedStatusIn(event, 'status');
    reading.diagnostic = isKnownDrop ? null : lineIn(event, 'reason', 'response');
    reading.timestamp = timeIn(event, 'timestamp', 'created');
    reading.message.messageId = textIn(event, 'smtp-id', 'sg_message_id');
    reading.message.campaign = firstTextIn(event, 'marketing_campaign_name', 'singlesend_name', 'category');
    if (reading.kind === 'bounce') {
      noteVendorClass(reading, dropReason ?? textIn(event, 'bounce_classification', 'type'));
    }
    return [reading];
  },
};

function outcomeOf(event: JsonObject, name: string): Outcome {
  // A row of a suppression list has no event name; all such lists but the spam reports hold refused mail.
  if (name === '') return textIn(event, 'reason') === null ? OTHER : ['bounce'];
  return EVENTS.get(name) ?? OTHER;
}
