import { textOf } from './json.ts';

/** Recipients taken from one event. SES allows 50; a payload with more is made up to cost time. */
export const RECIPIENTS_PER_EVENT = 1_000;

/**
 * The bare address of `"Doe, Jane" <jane@example.com>` or of `<jane@example.com>`; other text as it stands, because
 * a payload may also name a recipient that is no valid address. Null for what is no text.
 */
export function addressOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  const open = text.lastIndexOf('<');
  const close = text.indexOf('>', open + 1);
  if (open === -1 || close === -1) return text;
  return text.slice(open + 1, close).trim() || null;
}

/** The addresses of a list of texts, or of one text, where SES and Resend allow both. */
export function addressesOf(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values
    .slice(0, RECIPIENTS_PER_EVENT)
    .map(addressOf)
    .filter((address) => address !== null);
}
