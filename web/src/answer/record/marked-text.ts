import type { RecordFinding } from '@whybounce/core/record';

/** A piece of a record's text. */
export interface TextPiece {
  readonly text: string;
  /** The numbers of the findings that are about it; empty where there is none. */
  readonly marks: readonly number[];
  /** The numbers of those that end with it. */
  readonly ends: readonly number[];
}

/** The number of each finding's mark: those with a place are numbered from 1 in their order, the others have none. */
export function markNumbers(findings: readonly RecordFinding[]): (number | null)[] {
  let last = 0;
  return findings.map(({ span }) => {
    if (span === null) return null;
    last += 1;
    return last;
  });
}

/** Cuts a text where findings begin and end. Those with a place outside of the text mark nothing. */
export function cutAtMarks(text: string, findings: readonly RecordFinding[]): TextPiece[] {
  const marked = markNumbers(findings);
  const spans = findings.flatMap(({ span }, index) => {
    const number = marked[index] ?? null;
    if (span === null || number === null) return [];
    const [start, end] = span;
    return start >= 0 && end <= text.length && start < end ? [{ start, end, number }] : [];
  });
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index): TextPiece => {
    const start = cuts[index] ?? 0;
    const numbers = (own: typeof spans): number[] => own.map(({ number }) => number);
    return {
      text: text.slice(start, end),
      marks: numbers(spans.filter((span) => span.start <= start && span.end >= end)),
      ends: numbers(spans.filter((span) => span.end === end)),
    };
  });
}
