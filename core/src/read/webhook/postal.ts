import { addressOf } from './address.ts';
import { fieldIn, isObject, type JsonObject, lineIn, objectIn, textIn, wordIn } from './json.ts';
import { timeIn } from './time.ts';
import { OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://docs.postalserver.io/developer/webhooks
const EVENTS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['messagesent', ['delivery']],
  ['messagedelayed', ['deferral']],
  ['messagedeliveryfailed', ['bounce']],
  ['messagebounced', ['bounce']],
  ['messageheld', OTHER],
  ['messagelinkclicked', OTHER],
  ['messageloaded', OTHER],
  ['domaindnserror', OTHER],
  ['sendlimitapproaching', OTHER],
  ['sendlimitexceeded', OTHER],
]);

// Postal holds, and does not refuse, mail to a recipient on its list; its `details` say so in these words.
const SUPPRESSION_WORDS = 'suppression list';

/** Postal, the self-hosted mail server: message events, with the bounce mail that came back as one of them. */
export const postal: WebhookVendor = {
  vendor: 'postal',

  recognises(event) {
    return EVENTS.has(wordIn(event, 'event')) && isObject(fieldIn(event, 'payload'));
  },

  read(event) {
    const payload = objectIn(event, 'payload');
    const bounced = isObject(fieldIn(payload, 'original_message')) && isObject(fieldIn(payload, 'bounce'));
    const message = objectIn(payload, bounced ? 'original_message' : 'message');
    const reading = webhookReading('postal', bounced ? ['bounce'] : outcomeOf(event, payload));
    reading.recipient = addressOf(fieldIn(message, 'to'));
    // `output` is the server's reply, `details` Postal's summary of it.
    if (reading.kind !== 'other') reading.diagnostic = lineIn(payload, 'output', 'details');
    reading.timestamp = timeIn(payload, 'timestamp') ?? timeIn(event, 'timestamp');
    reading.message.messageId = textIn(message, 'message_id', 'id');
    reading.message.subject = lineIn(message, 'subject');
    reading.message.from = lineIn(message, 'from');
    reading.message.date = timeIn(message, 'timestamp');
    reading.message.campaign = textIn(message, 'tag');
    return [reading];
  },
};

function outcomeOf(event: JsonObject, payload: JsonObject): Outcome {
  const details = (textIn(payload, 'details') ?? '').toLowerCase();
  const isSuppressed = wordIn(payload, 'status') === 'held' && details.includes(SUPPRESSION_WORDS);
  return isSuppressed ? ['other', 'suppressed.by-esp'] : (EVENTS.get(wordIn(event, 'event')) ?? OTHER);
}
