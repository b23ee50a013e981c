import type { Buffer } from 'node:buffer';

/** Bytes of a changed text that are shown. */
const MAX_QUOTE = 300;

/** The beginning of a text that somebody added, on one line: untrusted. */
export function quoteOf(text: Buffer): string {
  return text
    .subarray(0, MAX_QUOTE)
    .toString('utf8')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
