import { addressOf } from './address.ts';
import { categoryHint } from './bounce-category.ts';
import { fieldIn, firstTextIn, isObject, type JsonObject, lineIn, objectIn, textIn, wordIn } from './json.ts';
import { timeIn } from './time.ts';
import { noteVendorClass, OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://godocs.unisender.ru/web-api-ref#callback-format (the same as https://docs.unione.io). It goes on trying after
// `soft_bounced`.
const STATUSES: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['hardbounced', ['bounce']],
  ['softbounced', ['deferral']],
  ['delivered', ['delivery']],
  ['spam', ['complaint']],
  ['unsubscribed', ['other', 'notice.unsubscribe']],
  ['subscribed', ['other', 'notice.subscribe']],
]);

/** Unisender Go and UniOne: a status event, alone or as an item of `events_by_user` (where `event_data` holds it). */
export const unisenderGo: WebhookVendor = {
  vendor: 'unisender-go',

  recognises(event) {
    if ((textIn(event, 'event_name') ?? '').startsWith('transactional_')) return true;
    return textIn(event, 'job_id') !== null && textIn(event, 'status') !== null && textIn(event, 'email') !== null;
  },

  read(payload) {
    const event = isObject(fieldIn(payload, 'event_data')) ? objectIn(payload, 'event_data') : payload;
    const delivery = objectIn(event, 'delivery_info');
    const metadata = objectIn(event, 'metadata');
    const reading = webhookReading('unisender-go', outcomeOf(event, delivery));
    reading.recipient = addressOf(fieldIn(event, 'email'));
    reading.diagnostic = lineIn(delivery, 'destination_response');
    reading.timestamp = timeIn(event, 'event_time', 'block_time');
    reading.message.messageId = textIn(event, 'job_id');
    reading.message.campaign = firstTextIn(metadata, 'campaign_id', 'campaign') ?? firstTextIn(event, 'tags');
    if (reading.kind !== 'other') noteVendorClass(reading, textIn(delivery, 'delivery_status'));
    return [reading];
  },
};

function outcomeOf(event: JsonObject, delivery: JsonObject): Outcome {
  const outcome = STATUSES.get(wordIn(event, 'status')) ?? OTHER;
  const hint = categoryHint(textIn(delivery, 'delivery_status'));
  return hint !== null && (outcome[0] === 'bounce' || outcome[0] === 'deferral') ? [outcome[0], hint] : outcome;
}
