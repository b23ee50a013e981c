import { addressOf } from './address.ts';
import { fieldIn, isObject, type JsonObject, lineIn, listIn, textIn, wordIn } from './json.ts';
import { replyCodeIn } from './smtp-field.ts';
import { timeIn } from './time.ts';
import { OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://www.scaleway.com/en/docs/transactional-email/reference-content/webhook-events-payloads
const EVENTS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['emailqueued', OTHER],
  ['emaildropped', ['bounce']],
  ['emaildeferred', ['deferral']],
  ['emaildelivered', ['delivery']],
  ['emailspam', ['bounce', 'content.spam']],
  ['emailmailboxnotfound', ['bounce', 'recipient.unknown']],
  ['emailblocklisted', ['bounce', 'suppressed.by-esp']],
]);

/** Scaleway Transactional Email. */
export const scaleway: WebhookVendor = {
  vendor: 'scaleway',

  recognises(event) {
    return EVENTS.has(wordIn(event, 'type')) && textIn(event, 'email_id', 'email_to') !== null;
  },

  read(event) {
    const reading = webhookReading('scaleway', EVENTS.get(wordIn(event, 'type')) ?? OTHER);
    reading.recipient = addressOf(fieldIn(event, 'email_to'));
    reading.replyCode = replyCodeIn(event, 'email_response_code');
    reading.diagnostic = lineIn(event, 'email_response_message', 'email_error');
    reading.timestamp = timeIn(event, 'created_at');
    reading.message.messageId = headerOf(event, 'message-id') ?? textIn(event, 'email_id');
    reading.message.subject = headerOf(event, 'subject');
    reading.message.from = lineIn(event, 'email_from');
    reading.message.date = timeIn(event, 'email_queued_at');
    return [reading];
  },
};

/** A header of `email_headers: [{"key": "Subject", "value": "…"}]`. */
function headerOf(event: JsonObject, name: string): string | null {
  const rows = listIn(event, 'email_headers').slice(0, 500);
  const row = rows.find((one) => isObject(one) && textIn(one, 'key', 'name')?.toLowerCase() === name);
  return isObject(row) ? lineIn(row, 'value') : null;
}
