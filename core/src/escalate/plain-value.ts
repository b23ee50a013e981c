/** Longest value of a fact. A reply of several lines has some hundred characters; more is no reply but a burden. */
const MAX_VALUE = 2_000;

/**
 * A value out of a mail as it may stand in a document: on one line, without control characters, marks that turn
 * the writing direction, or halves of surrogate pairs, and not endless. Null where nothing is left.
 */
export function plainValue(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const text = value
    .slice(0, 2 * MAX_VALUE)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}]+/gu, '')
    .trim();
  if (text.length > MAX_VALUE) return `${text.slice(0, MAX_VALUE - 1).toWellFormed()}…`;
  return text === '' ? null : text;
}
