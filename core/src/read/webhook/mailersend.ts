import { addressOf } from './address.ts';
import { fieldIn, firstTextIn, isObject, lineIn, objectIn, textIn, wordIn } from './json.ts';
import { timeIn } from './time.ts';
import { OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://developers.mailersend.com/api/v1/webhooks.html. MailerSend retries while it says `deferred`; a soft bounce
// is the end of it.
const EVENTS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['activityhardbounced', ['bounce']],
  ['activitysoftbounced', ['bounce']],
  ['activitydeferred', ['deferral']],
  ['activitydelivered', ['delivery']],
  ['activityspamcomplaint', ['complaint']],
  ['activityunsubscribed', ['other', 'notice.unsubscribe']],
]);

/** MailerSend's activity events. */
export const mailersend: WebhookVendor = {
  vendor: 'mailersend',

  recognises(event) {
    return (textIn(event, 'type') ?? '').startsWith('activity.') && isObject(fieldIn(event, 'data'));
  },

  read(event) {
    const data = objectIn(event, 'data');
    const email = objectIn(data, 'email');
    const detail = objectIn(data, 'morph');
    const reading = webhookReading('mailersend', EVENTS.get(wordIn(event, 'type')) ?? OTHER);
    reading.recipient = addressOf(fieldIn(objectIn(email, 'recipient'), 'email'));
    // An unsubscription has a reason too, but it is the reader's.
    if (reading.kind !== 'other') reading.diagnostic = lineIn(detail, 'reason', 'readable_reason');
    reading.timestamp = timeIn(data, 'created_at') ?? timeIn(event, 'created_at');
    reading.message.messageId = textIn(objectIn(email, 'message'), 'id');
    reading.message.subject = lineIn(email, 'subject');
    reading.message.from = lineIn(email, 'from');
    reading.message.date = timeIn(email, 'created_at');
    reading.message.campaign = firstTextIn(email, 'tags');
    return [reading];
  },
};
