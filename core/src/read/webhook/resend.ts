import type { Reading } from '../../reading.ts';
import { addressesOf } from './address.ts';
import { fieldIn, firstTextIn, isObject, type JsonObject, lineIn, objectIn, textIn, wordIn, wordOf } from './json.ts';
import { bounceSubtype } from './ses-bounce-subtype.ts';
import { timeIn } from './time.ts';
import { noteVendorClass, OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://resend.com/docs/webhooks/event-types
const EVENTS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['emailbounced', ['bounce']],
  ['emailfailed', ['bounce']],
  ['emailsuppressed', ['bounce', 'suppressed.by-esp']],
  ['emaildeliverydelayed', ['deferral']],
  ['emaildelivered', ['delivery']],
  ['emailcomplained', ['complaint']],
]);

// How Resend's sentence for a withheld message begins; older payloads have no subtype.
const SUPPRESSED_SENTENCE = 'resend has suppressed sending';

const UNNAMED = {
  code: 'webhook-recipient-uncertain',
  message: 'The message had several recipients and the event does not say which one it is about.',
};

/** Resend's email events. Other families (`contact.created`, `domain.updated`) are no delivery events. */
export const resend: WebhookVendor = {
  vendor: 'resend',

  recognises(event) {
    return (textIn(event, 'type') ?? '').startsWith('email.') && isObject(fieldIn(event, 'data'));
  },

  read(event) {
    const data = objectIn(event, 'data');
    const outcome = outcomeOf(event, objectIn(data, 'bounce'));
    const recipients = recipientsOf(data, outcome);
    return recipients.map((recipient) => {
      const reading = ofRecipient(webhookReading('resend', outcome), event, data);
      reading.recipient = recipient;
      if (recipient === null && addressesOf(fieldIn(data, 'to')).length > 1) reading.warnings.push(UNNAMED);
      return reading;
    });
  },
};

function outcomeOf(event: JsonObject, bounce: JsonObject): Outcome {
  const outcome = EVENTS.get(wordIn(event, 'type')) ?? OTHER;
  if (outcome[0] !== 'bounce') return outcome;
  const isWithheld = (textIn(bounce, 'message') ?? '').toLowerCase().startsWith(SUPPRESSED_SENTENCE);
  if (isWithheld) return ['bounce', 'suppressed.by-esp'];
  const subtype = textIn(bounce, 'subType');
  return subtype === null ? outcome : bounceSubtype(subtype);
}

/**
 * All of `to`, save where a failure of one would be pinned on the others: then only those that the words name, or
 * nobody. To call a live address dead is the costlier error.
 */
function recipientsOf(data: JsonObject, [kind]: Outcome): readonly (string | null)[] {
  const all = addressesOf(fieldIn(data, 'to'));
  if (all.length < 2 || kind === 'other' || kind === 'delivery') return all.length === 0 ? [null] : all;
  const words = (diagnosticOf(data) ?? '').toLowerCase();
  const named = all.filter((address) => words.includes(address.toLowerCase()));
  return named.length === 1 ? named : [null];
}

function diagnosticOf(data: JsonObject): string | null {
  const bounce = objectIn(data, 'bounce');
  const code = firstTextIn(bounce, 'diagnosticCode');
  if (code !== null) return lineIn({ code }, 'code');
  return (
    lineIn(bounce, 'message') ??
    lineIn(objectIn(data, 'failed'), 'reason') ??
    lineIn(objectIn(data, 'suppressed'), 'message')
  );
}

function ofRecipient(reading: Reading, event: JsonObject, data: JsonObject): Reading {
  reading.diagnostic = diagnosticOf(data);
  reading.timestamp = timeIn(event, 'created_at');
  reading.message.messageId = textIn(data, 'message_id', 'email_id');
  reading.message.subject = lineIn(data, 'subject');
  reading.message.from = lineIn(data, 'from');
  reading.message.date = timeIn(data, 'created_at');
  reading.message.campaign = textIn(data, 'broadcast_id') ?? tagOf(fieldIn(data, 'tags'));
  const bounce = objectIn(data, 'bounce');
  noteVendorClass(reading, textIn(bounce, 'subType', 'type'));
  return reading;
}

/** The tag named `campaign`, else the first, of `{"name": "value"}` or `[{"name": …, "value": …}]`. */
function tagOf(tags: unknown): string | null {
  if (isObject(tags)) return textIn(tags, 'campaign', ...Object.keys(tags).slice(0, 1));
  if (!Array.isArray(tags)) return null;
  const rows = tags.slice(0, 100).filter(isObject);
  const row = rows.find((one) => wordOf(textIn(one, 'name')) === 'campaign') ?? rows[0];
  return row === undefined ? null : textIn(row, 'value');
}
