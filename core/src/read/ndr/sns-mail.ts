import type { Reading } from '../../reading.ts';
import type { Letter } from '../letter.ts';
import { readWebhook } from '../webhook/index.ts';
import { parseJson } from '../webhook/parse-json.ts';

/** Longest notification that is read: SNS ends a message at 256 KiB, twice quoted. */
const MAX_NOTIFICATION = 1_048_576;

/**
 * Reads a notification of Amazon SES that its owner lets SNS send by mail: the payload of the webhook,
 * bare or inside SNS's envelope, with a line about unsubscribing below it.
 *
 * @returns null where the letter is none
 */
export function readSnsMail(letter: Letter): Reading[] | null {
  if (!letter.from.includes('@sns.amazonaws.com') && !letter.headers.has('x-amz-sns-message-id')) return null;
  const { text } = letter;
  const start = text.indexOf('{');
  const end = text.indexOf('\n--\n');
  const json = text.slice(start, text.lastIndexOf('}', end < 0 ? text.length : end) + 1);
  if (start < 0 || json === '' || json.length > MAX_NOTIFICATION) return null;
  // Sendmail breaks a line of more than 990 characters with `!`, line end and space.
  const payload = parseJson(json) ?? parseJson(json.replace(/!\n ?/g, ''));
  return payload === undefined || payload === null ? null : readWebhook(payload);
}
