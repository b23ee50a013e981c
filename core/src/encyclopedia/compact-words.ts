import type { Comparison } from '@whybounce/knowledge/comparison';

/*
 * What a search needs of the knowledge's files beside the tables that the engine has anyway
 * (`generated/compact-words.ts`). Those hold an entry's words in lower case, and the ASCII ones apart
 * from the others: this says how they were written, an entry a line in the order of the rule table.
 */

/** What is searched of a comparison. */
export interface SearchedComparison {
  readonly slug: string;
  readonly title: string;
  /** The line that it is about, or the names of its sides. */
  readonly words: readonly string[];
  readonly inShort: string;
}

/** What is searched of a comparison, taken from its file. */
export function searchedComparison(comparison: Comparison): SearchedComparison {
  const { slug, title, inShort } = comparison;
  const words = comparison.kind === 'verdicts' ? [comparison.line] : comparison.sides.map(({ name }) => name);
  return { slug, title, words, inShort };
}

/** Characters of an entry's first words that stand in its title. */
export const MAX_TITLE_WORDS = 80;

/** Stands before the order of the lines in which an entry's words are ASCII (`a`) or not (`w`). */
const ORDER = '!';
/** A character for a step of 0; the following ones stand for 1, 2 … */
const ZERO = 0x30;

const isWide = (line: string): boolean => /[\u0080-\uffff]/.test(line);

/**
 * How an entry's words are written: the steps from one capital letter of the first line to the next, one
 * character each; then, where some lines are ASCII and some are not, `!` and which are.
 *
 * @param lines as they stand in the entry's file
 * @param capitals characters of the first line of which the case is kept
 * @throws {RangeError} for words that cannot be written so
 */
export function packEntry(lines: readonly string[], capitals: number): string {
  const [first = ''] = lines;
  const start = first.slice(0, capitals);
  let last = 0;
  let packed = '';
  for (let at = 0; at < start.length; at++) {
    if (start[at] === start[at]?.toLowerCase()) continue;
    packed += String.fromCharCode(ZERO + at - last);
    last = at;
  }
  const order = lines.map((line) => (isWide(line) ? 'w' : 'a')).join('');
  if (order.includes('a') && order.includes('w')) packed += ORDER + order;
  const lower = lines.map((line) => line.toLowerCase());
  const written = unpackEntry(
    packed,
    lower.filter((line) => !isWide(line)),
    lower.filter(isWide),
  );
  if (written[0]?.slice(0, capitals) !== lines[0]?.slice(0, capitals)) {
    throw new RangeError(`"${first}" cannot be written in lower case and back: spell it without that letter.`);
  }
  return packed;
}

/** The inverse of {@link packEntry}: an entry's words in their order, the beginning of the first as it is written. */
export function unpackEntry(packed: string, ascii: readonly string[], wide: readonly string[]): string[] {
  const [steps = '', order = ''] = packed.split(ORDER);
  let [asciiAt, wideAt] = [0, 0];
  const lines =
    order === ''
      ? [...ascii, ...wide]
      : Array.from(order, (which) => (which === 'w' ? wide[wideAt++] : ascii[asciiAt++]) ?? '');
  const [first] = lines;
  if (first === undefined || steps === '') return lines;
  const letters = first.split('');
  let at = 0;
  for (let step = 0; step < steps.length; step++) {
    at += steps.charCodeAt(step) - ZERO;
    letters[at] = letters[at]?.toUpperCase() ?? '';
  }
  lines[0] = letters.join('');
  return lines;
}
