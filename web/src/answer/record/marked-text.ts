import type { RecordFinding } from '@whybounce/core/record';

/** A piece of a record's text. */
export interface TextPiece {
  readonly text: string;
  /** The numbers of the findings that are about it; empty where there is none. */
  readonly marks: readonly number[];
  /** The numbers of those that end with it. */
  readonly ends: readonly number[];
}

/**
 * Cuts a text where findings begin and end. Findings are numbered from 1 in their order; those without a place, or
 * with one outside of the text, mark nothing.
 */
export function cutAtMarks(text: string, findings: readonly RecordFinding[]): TextPiece[] {
  const spans = findings.flatMap(({ span }, index) => {
    if (span === null) return [];
    const [start, end] = span;
    return start >= 0 && end <= text.length && start < end ? [{ start, end, number: index + 1 }] : [];
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
