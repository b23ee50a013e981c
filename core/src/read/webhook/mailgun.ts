import { addressOf } from './address.ts';
import { fieldIn, firstTextIn, isObject, type JsonObject, lineIn, objectIn, textIn, wordIn } from './json.ts';
import { headerIn } from './mailgun-header.ts';
import { enhancedStatusIn, hostOf, ipOf, replyCodeIn, sentFrom } from './smtp-field.ts';
import { timeIn, timeOf } from './time.ts';
import { noteVendorClass, OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-structure and, for the flat form of before
// 2018, the "Legacy webhooks" page. `failed` is split by its severity.
const EVENTS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['failed', ['bounce']],
  ['rejected', ['bounce']],
  ['bounced', ['bounce']],
  ['dropped', ['bounce']],
  ['delivered', ['delivery']],
  ['complained', ['complaint']],
  ['unsubscribed', ['other', 'notice.unsubscribe']],
  ['accepted', OTHER],
  ['stored', OTHER],
  ['opened', OTHER],
  ['clicked', OTHER],
  ['listmemberuploaded', OTHER],
  ['listmemberuploaderror', OTHER],
  ['listuploaded', OTHER],
]);

// Mailgun's own numbers: not delivering to a previously bounced (605), unsubscribed (606) or complaining (607) address.
const SUPPRESSED_CODES = ['605', '606', '607'];
const SUPPRESSED_REASONS = ['suppress-bounce', 'suppress-unsubscribe', 'suppress-complaint'];

/** Mailgun: current webhooks (`event-data`), items of its events API, and the flat legacy form. */
export const mailgun: WebhookVendor = {
  vendor: 'mailgun',

  recognises(event) {
    if (isObject(fieldIn(event, 'event-data'))) return true;
    if (!EVENTS.has(wordIn(event, 'event'))) return false;
    const has = (key: string) => Object.hasOwn(event, key);
    return (
      has('recipient') ||
      has('message-headers') ||
      has('X-Mailgun-Sid') ||
      isObject(fieldIn(objectIn(event, 'message'), 'headers'))
    );
  },

  read(payload) {
    const event = isObject(fieldIn(payload, 'event-data')) ? objectIn(payload, 'event-data') : payload;
    const status = objectIn(event, 'delivery-status');
    const reject = objectIn(event, 'reject');
    const reading = webhookReading('mailgun', outcomeOf(event, status));

    reading.recipient = addressOf(fieldIn(event, 'recipient')) ?? addressOf(headerIn(event, 'to'));
    reading.sender = addressOf(fieldIn(objectIn(event, 'envelope'), 'sender'));
    reading.remoteHost = hostOf(fieldIn(status, 'mx-host'));
    reading.remoteIp = ipOf(fieldIn(status, 'mx-ip'));
    reading.sendingMta = sentFrom(fieldIn(objectIn(event, 'envelope'), 'sending-ip'));
    reading.replyCode = replyCodeIn(status, 'code') ?? replyCodeIn(event, 'code');
    reading.enhancedStatus = enhancedStatusIn(status, 'enhanced-code');
    // Sent is `message` (the server's words) with `description` (Mailgun's words, often empty).
    reading.diagnostic =
      lineIn(status, 'message', 'description') ??
      lineIn(event, 'error', 'notification', 'description') ??
      lineIn(reject, 'reason', 'description');
    reading.timestamp = timeIn(event, 'timestamp');
    reading.message.messageId = headerIn(event, 'message-id') ?? textIn(event, 'Message-Id', 'message-id');
    reading.message.subject = headerIn(event, 'subject');
    reading.message.from = headerIn(event, 'from');
    reading.message.date = timeOf(headerIn(event, 'date') ?? '');
    reading.message.listId = headerIn(event, 'list-id');
    reading.message.campaign = campaignOf(event);
    if (reading.kind === 'bounce' || reading.kind === 'deferral') noteVendorClass(reading, textIn(event, 'reason'));
    return [reading];
  },
};

function outcomeOf(event: JsonObject, status: JsonObject): Outcome {
  const outcome = EVENTS.get(wordIn(event, 'event')) ?? OTHER;
  if (outcome[0] !== 'bounce') return outcome;
  if (wordIn(event, 'severity') === 'temporary') {
    return wordIn(event, 'reason') === 'greylisted' ? ['deferral', 'rate.greylist'] : ['deferral'];
  }
  const code = textIn(status, 'code') ?? textIn(event, 'code') ?? '';
  // Legacy: tried in vain until the message was too old.
  if (textIn(event, 'reason') === 'old') return ['bounce', 'route.expired'];
  const isSuppressed = SUPPRESSED_CODES.includes(code) || SUPPRESSED_REASONS.includes(textIn(event, 'reason') ?? '');
  return isSuppressed ? ['bounce', 'suppressed.by-esp'] : outcome;
}

function campaignOf(event: JsonObject): string | null {
  const campaigns = fieldIn(event, 'campaigns');
  const first: unknown = Array.isArray(campaigns) ? campaigns[0] : null;
  const named = isObject(first) ? textIn(first, 'name', 'id') : null;
  return named ?? firstTextIn(event, 'campaign-name', 'campaign-id', 'tags', 'tag', 'X-Mailgun-Tag');
}
