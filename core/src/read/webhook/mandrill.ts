import { addressOf } from './address.ts';
import { categoryHint } from './bounce-category.ts';
import { bounceClass } from './bounce-class.ts';
import {
  fieldIn,
  firstTextIn,
  isObject,
  type JsonObject,
  lineIn,
  listIn,
  numberIn,
  objectIn,
  textIn,
  wordIn,
} from './json.ts';
import { ipOf, sentFrom } from './smtp-field.ts';
import { timeIn } from './time.ts';
import { noteVendorClass, OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://mailchimp.com/developer/transactional/docs/webhooks/. A soft bounce is final: while Mandrill still tries,
// it says `deferral`.
const EVENTS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['hardbounce', ['bounce']],
  ['softbounce', ['bounce']],
  ['reject', ['bounce', 'suppressed.by-esp']],
  ['deferral', ['deferral']],
  ['delivered', ['delivery']],
  ['spam', ['complaint']],
  ['unsub', ['other', 'notice.unsubscribe']],
]);

// Mandrill's reasons to reject that do not stand for its denylist.
const OTHER_REJECTS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['invalid', ['bounce', 'recipient.bad-syntax']],
  ['invalidsender', ['bounce', 'dns.sender-address']],
  ['unsigned', ['bounce', 'auth.dkim']],
  ['testmodelimit', ['bounce']],
  ['rule', ['bounce']],
]);

/** Mailchimp Transactional (Mandrill): message events, and changes of its allow and deny lists. */
export const mandrill: WebhookVendor = {
  vendor: 'mandrill',

  recognises(event) {
    if (textIn(event, 'event') !== null) return isObject(fieldIn(event, 'msg'));
    const isSync = ['blacklist', 'whitelist', 'denylist', 'allowlist'].includes(wordIn(event, 'type'));
    return isSync && (isObject(fieldIn(event, 'reject')) || isObject(fieldIn(event, 'entry')));
  },

  read(event) {
    const name = wordIn(event, 'event');
    const message = objectIn(event, 'msg');
    const reading = webhookReading('mandrill', outcomeOf(name, message));
    const listed = isObject(fieldIn(event, 'reject')) ? objectIn(event, 'reject') : objectIn(event, 'entry');
    const smtpEvents = listIn(message, 'smtp_events');
    const lastTry = smtpEvents[smtpEvents.length - 1];

    reading.recipient = addressOf(fieldIn(message, 'email')) ?? addressOf(fieldIn(listed, 'email'));
    reading.diagnostic = lineIn(message, 'diag');
    if (isObject(lastTry) && reading.kind !== 'other') {
      reading.remoteIp = ipOf(fieldIn(lastTry, 'destination_ip'));
      reading.sendingMta = sentFrom(fieldIn(lastTry, 'source_ip'));
      reading.diagnostic ??= lineIn(lastTry, 'diag');
    }
    reading.timestamp = timeIn(event, 'ts') ?? timeIn(listed, 'last_event_at', 'created_at');
    reading.message.messageId = textIn(message, '_id') ?? textIn(event, '_id');
    reading.message.subject = lineIn(message, 'subject');
    reading.message.from = lineIn(message, 'sender');
    reading.message.date = timeIn(message, 'ts');
    reading.message.campaign = firstTextIn(message, 'tags') ?? textIn(message, 'template');
    noteVendorClass(reading, textIn(message, 'bounce_description') ?? textIn(listed, 'reason', 'detail'));
    return [reading];
  },
};

function outcomeOf(name: string, message: JsonObject): Outcome {
  const outcome = EVENTS.get(name) ?? OTHER;
  if (name === 'reject') return OTHER_REJECTS.get(wordIn(objectIn(message, 'reject'), 'reason')) ?? outcome;
  if (outcome[0] !== 'bounce') return outcome;
  const hint = categoryHint(textIn(message, 'bounce_description'));
  return hint === null ? bounceClass(numberIn(message, 'bgtools_code')) : ['bounce', hint];
}
