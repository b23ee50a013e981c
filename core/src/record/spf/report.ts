import type { RecordFinding } from '../finding.ts';
import type { Span } from '../span.ts';

/** Takes down what breaks the grammar: each such thing makes the whole record a permanent error. */
export type Report = (code: string, span: Span, says: string, fix: string | null, source: string) => void;

/** Longest piece of a record that a sentence repeats: a hostile record has terms of sixty kilobytes. */
const MAX_QUOTE = 120;

/** Control characters, blanks other than the common one, and what turns the direction of writing. */
const unseen = /[^\x20-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ufefe\uff01-\uffff]/g;

/** A piece of a record as sentences show it: short, and without characters that a terminal or page would act on. */
export function quoted(text: string): string {
  const short = text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text;
  return short.replace(unseen, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** Findings in the order in which they stand in the record, those of the whole first. */
export function byPlace(a: RecordFinding, b: RecordFinding): number {
  return (a.span?.[0] ?? -1) - (b.span?.[0] ?? -1);
}
