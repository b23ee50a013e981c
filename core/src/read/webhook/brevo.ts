import { addressOf } from './address.ts';
import { fieldIn, firstTextIn, type JsonObject, lineIn, textIn, wordIn } from './json.ts';
import { parseJson } from './parse-json.ts';
import { sentFrom } from './smtp-field.ts';
import { timeIn } from './time.ts';
import { OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://developers.brevo.com/docs/transactional-webhooks. The event log of its API, and Sendinblue before it, name
// the same events in camel case and plural (`hardBounces`).
const EVENTS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['hardbounce', ['bounce']],
  ['hardbounces', ['bounce']],
  ['softbounce', ['bounce']],
  ['softbounces', ['bounce']],
  ['bounces', ['bounce']],
  ['blocked', ['bounce', 'suppressed.by-esp']],
  ['invalid', ['bounce', 'recipient.bad-syntax']],
  ['invalidemail', ['bounce', 'recipient.bad-syntax']],
  ['error', ['bounce']],
  ['deferred', ['deferral']],
  ['delivered', ['delivery']],
  ['spam', ['complaint']],
  ['complaint', ['complaint']],
  ['unsubscribe', ['other', 'notice.unsubscribe']],
  ['unsubscribed', ['other', 'notice.unsubscribe']],
]);

/** Brevo, formerly Sendinblue: transactional and marketing webhooks, and rows of its event log. */
export const brevo: WebhookVendor = {
  vendor: 'brevo',

  recognises(event) {
    if (textIn(event, 'event') === null || textIn(event, 'email') === null) return false;
    return textIn(event, 'message-id', 'messageId', 'ts_epoch', 'ts_event', 'camp_id', 'list_id') !== null;
  },

  read(event) {
    const reading = webhookReading('brevo', EVENTS.get(wordIn(event, 'event')) ?? OTHER);
    reading.recipient = addressOf(fieldIn(event, 'email'));
    reading.sendingMta = sentFrom(fieldIn(event, 'sending_ip'));
    reading.diagnostic = lineIn(event, 'reason');
    // `ts` and `date` are in the account's time zone, which is not told; so they come last or not at all.
    reading.timestamp = timeIn(event, 'ts_epoch', 'ts_event', 'ts');
    reading.message.messageId = textIn(event, 'message-id', 'messageId');
    reading.message.subject = lineIn(event, 'subject');
    reading.message.from = lineIn(event, 'sender_email', 'from');
    reading.message.campaign = textIn(event, 'campaign name', 'camp_id') ?? tagOf(event);
    return [reading];
  },
};

/** The first of `tags: ["a"]`, `tag: ["a"]`, `tag: "a"` or, as Brevo also writes it, `tag: "[\"a\"]"`. */
function tagOf(event: JsonObject): string | null {
  const tag = firstTextIn(event, 'tags', 'tag');
  if (tag === null || !tag.startsWith('[')) return tag;
  return firstTextIn({ tags: parseJson(tag) }, 'tags') ?? tag;
}
