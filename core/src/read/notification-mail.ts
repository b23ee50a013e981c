import type { Reading } from '../reading.ts';
import type { Letter } from './letter.ts';
import { parseWebhookBody, readWebhook } from './webhook/index.ts';

/** Line breaks that a mail program put into the JSON: `!` and a line break (old Sendmail), or a bare one. */
const hardWraps = /!?\n[ \t]?/g;

/**
 * A sending platform's event that came as a mail: Amazon SNS sends its notifications so when an address
 * is subscribed. Null where the text holds none.
 */
export function readNotification(letter: Letter): Reading[] | null {
  const text = letter.fullText;
  const start = /^\s*\{/.test(text) ? text.indexOf('{') : -1;
  const end = text.lastIndexOf('}');
  if (start < 0 || end < start) return null;
  const json = text.slice(start, end + 1);
  const payload = parseWebhookBody(json) ?? parseWebhookBody(json.replace(hardWraps, ''));
  return payload === undefined ? null : readWebhook(payload);
}
