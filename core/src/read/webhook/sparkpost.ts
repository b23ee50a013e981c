import { addressOf } from './address.ts';
import { bounceClass } from './bounce-class.ts';
import { fieldIn, firstTextIn, isObject, type JsonObject, lineIn, numberIn, objectIn, textIn, wordIn } from './json.ts';
import { ipOf, replyCodeIn, sentFrom } from './smtp-field.ts';
import { timeIn } from './time.ts';
import { noteVendorClass, OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://developers.sparkpost.com/api/webhooks/ ; the classes of the first three stand in bounce-class.ts.
const EVENTS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['policyrejection', ['bounce']],
  ['generationfailure', ['bounce']],
  ['generationrejection', ['bounce']],
  ['relayrejection', ['bounce']],
  ['relaypermfail', ['bounce']],
  ['relaytempfail', ['deferral']],
  ['delivery', ['delivery']],
  ['relaydelivery', ['delivery']],
  ['spamcomplaint', ['complaint']],
  ['listunsubscribe', ['other', 'notice.unsubscribe']],
  ['linkunsubscribe', ['other', 'notice.unsubscribe']],
]);

/** SparkPost and PowerMTA Signals events: `{"msys": {"message_event": {…}}}`, and bare as its events API gives them. */
export const sparkpost: WebhookVendor = {
  vendor: 'sparkpost',

  recognises(event) {
    if (isObject(fieldIn(event, 'msys'))) return true;
    const has = (...keys: string[]) => textIn(event, ...keys) !== null;
    return has('type') && has('rcpt_to', 'raw_rcpt_to') && has('event_id', 'transmission_id', 'bounce_class');
  },

  read(payload) {
    const event = bare(payload);
    const type = wordIn(event, 'type');
    const reading = webhookReading('sparkpost', outcomeOf(event, type));
    // `rcpt_to` is lowered in case; `raw_rcpt_to` is what was sent to.
    reading.recipient = addressOf(fieldIn(event, 'raw_rcpt_to')) ?? addressOf(fieldIn(event, 'rcpt_to'));
    reading.sender = addressOf(fieldIn(event, 'msg_from'));
    // In a click or an open, `ip_address` is the reader's.
    if (reading.kind !== 'other') reading.remoteIp = ipOf(fieldIn(event, 'ip_address'));
    reading.sendingMta = sentFrom(fieldIn(event, 'sending_ip'));
    reading.replyCode = replyCodeIn(event, 'error_code');
    reading.diagnostic = lineIn(event, 'raw_reason', 'reason');
    reading.timestamp = timeIn(event, 'timestamp');
    reading.message.messageId = textIn(event, 'message_id', 'transmission_id');
    reading.message.subject = lineIn(event, 'subject');
    reading.message.from = lineIn(event, 'friendly_from');
    reading.message.campaign = firstTextIn(event, 'campaign_id', 'rcpt_tags');
    const code = textIn(event, 'bounce_class');
    noteVendorClass(reading, code === null ? null : `bounce_class ${code}`);
    return [reading];
  },
};

/** The object inside `msys`, whose only key tells the family: message, gen, relay, track or unsubscribe event. */
function bare(payload: JsonObject): JsonObject {
  const msys = fieldIn(payload, 'msys');
  if (!isObject(msys)) return payload;
  const family = Object.keys(msys)[0];
  return family === undefined ? msys : objectIn(msys, family);
}

function outcomeOf(event: JsonObject, type: string): Outcome {
  const classified = bounceClass(numberIn(event, 'bounce_class'));
  if (type === 'bounce' || type === 'outofband') return classified;
  if (type === 'delay')
    return classified[1] === undefined || classified[0] !== 'bounce' ? ['deferral'] : ['deferral', classified[1]];
  return EVENTS.get(type) ?? OTHER;
}
