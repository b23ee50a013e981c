import type { Reading } from '../reading.ts';
import type { Letter } from './letter.ts';
import { parseWebhookBody, readWebhook } from './webhook/index.ts';

/** Longest event that is looked for: SNS ends a message at 256 KiB, twice quoted. */
const MAX_NOTIFICATION = 1_048_576;

/**
 * A sending platform's event that came as a mail: Amazon SNS sends its notifications so when an address
 * is subscribed, with a line about unsubscribing below. Null where the text holds none.
 */
export function readNotification(letter: Letter): Reading[] | null {
  const text = letter.fullText;
  const start = /^\s{0,200}\{/.test(text) ? text.indexOf('{') : -1;
  if (start < 0) return null;
  const signature = text.indexOf('\n--\n', start);
  const json = text.slice(start, text.lastIndexOf('}', signature < 0 ? text.length : signature) + 1);
  if (json === '' || json.length > MAX_NOTIFICATION) return null;
  // Sendmail breaks a line of more than 990 characters with `!`, line end and space.
  const payload = parseWebhookBody(json) ?? parseWebhookBody(json.replace(/!?\n[ \t]?/g, ''));
  return payload === undefined ? null : readWebhook(payload);
}
