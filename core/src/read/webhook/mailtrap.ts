import { addressOf } from './address.ts';
import { categoryHint } from './bounce-category.ts';
import { fieldIn, type JsonObject, lineIn, textIn, wordIn } from './json.ts';
import { hostOf, ipOf, replyCodeIn } from './smtp-field.ts';
import { timeIn } from './time.ts';
import { noteVendorClass, OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://help.mailtrap.io/article/102-webhooks. Mailtrap tries again after a soft bounce, and holds mail back while
// an account is under suspension.
const EVENTS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['bounce', ['bounce']],
  ['reject', ['bounce']],
  ['softbounce', ['deferral']],
  ['suspension', ['deferral']],
  ['delivery', ['delivery']],
  ['spam', ['complaint']],
  ['spamcomplaint', ['complaint']],
  ['unsubscribe', ['other', 'notice.unsubscribe']],
]);

/** Mailtrap Email Sending events, without their `events` envelope. */
export const mailtrap: WebhookVendor = {
  vendor: 'mailtrap',

  recognises(event) {
    const has = (key: string) => textIn(event, key) !== null;
    return has('event') && has('email') && has('event_id') && (has('sending_stream') || has('message_id'));
  },

  read(event) {
    const reading = webhookReading('mailtrap', outcomeOf(event));
    reading.recipient = addressOf(fieldIn(event, 'email'));
    reading.replyCode = replyCodeIn(event, 'response_code');
    reading.diagnostic = lineIn(event, 'response');
    if (reading.kind !== 'other') {
      reading.remoteHost = hostOf(fieldIn(event, 'mx_host'));
      reading.remoteIp = ipOf(fieldIn(event, 'mx_ip'));
    }
    reading.timestamp = timeIn(event, 'timestamp');
    reading.message.messageId = textIn(event, 'message_id');
    reading.message.campaign = textIn(event, 'category');
    noteVendorClass(reading, textIn(event, 'bounce_category', 'reason'));
    return [reading];
  },
};

function outcomeOf(event: JsonObject): Outcome {
  const outcome = EVENTS.get(wordIn(event, 'event')) ?? OTHER;
  const hint = categoryHint(textIn(event, 'bounce_category'));
  return hint !== null && (outcome[0] === 'bounce' || outcome[0] === 'deferral') ? [outcome[0], hint] : outcome;
}
