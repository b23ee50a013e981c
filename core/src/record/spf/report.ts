import type { RecordFinding } from '../finding.ts';
import type { Span } from '../span.ts';

/** Takes down what breaks the grammar: each such thing makes the whole record a permanent error. */
export type Report = (code: string, span: Span, says: string, fix: string | null, source: string) => void;

/** Findings in the order in which they stand in the record, those of the whole first. */
export function byPlace(a: RecordFinding, b: RecordFinding): number {
  return (a.span?.[0] ?? -1) - (b.span?.[0] ?? -1);
}
