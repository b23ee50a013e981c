import type { SpanEdge } from './offset-map.ts';

/** A redacted text, and where the characters of the original stand in it. */
export interface RedactedText {
  readonly text: string;
  /**
   * The offset in `text` of an offset in the original (UTF-16). Within something that was replaced it is the start
   * of what stands there now, or its end for the `end` of a span.
   */
  mapOffset(at: number, edge?: SpanEdge): number;
}
