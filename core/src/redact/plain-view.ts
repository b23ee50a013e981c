import { type Hidden, hiddenAt, hidesNothing } from './hidden-writing.ts';

/** A stretch of a text: UTF-16 offsets, the end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * A text as its reader means it, with the way back to what stands in the source: `user%40example.com`,
 * `user=40example.com`, `user&#64;example.com`, `user (at) example (dot) com` and an address cut by a soft line
 * break all read `user@example.com` here. It serves to find originals; nothing of it is ever shown.
 */
export class PlainView {
  readonly text: string;
  /** Where the stretches that were left out would stand, in their order. */
  readonly gaps: readonly number[];
  /** Where the view leaves the source's pace: from the plain offset on it stands at the source offset. */
  readonly #plainAt: readonly number[];
  readonly #sourceAt: readonly number[];
  /** Place of the last answer: questions come in ascending order, nearly always. */
  #cursor = 0;

  constructor(text: string, gaps: readonly number[], plainAt: readonly number[], sourceAt: readonly number[]) {
    this.text = text;
    this.gaps = gaps;
    this.#plainAt = plainAt;
    this.#sourceAt = sourceAt;
  }

  /** The offset in the source at which a character of the view stands; ascending questions cost nothing to speak of. */
  sourceOf(offset: number): number {
    const places = this.#plainAt;
    if ((places[this.#cursor] as number) > offset) this.#cursor = 0;
    while (this.#cursor + 1 < places.length && (places[this.#cursor + 1] as number) <= offset) this.#cursor++;
    return (this.#sourceAt[this.#cursor] as number) + offset - (places[this.#cursor] as number);
  }
}

/**
 * Reads a text as its reader would.
 *
 * @param skipped stretches that are left out, ascending; a line break stands for each
 * @param isQuotedPrintable whether every `=XX` is a byte; else only the signs that addresses are made of are read so
 */
export function plainView(source: string, skipped: readonly Stretch[], isQuotedPrintable: boolean): PlainView {
  const parts: string[] = [];
  const plainAt = [0];
  const sourceAt = [0];
  const gaps: number[] = [];
  let length = 0;
  let from = 0;
  const put = ({ start, end, plain }: Hidden): void => {
    if (start > from) {
      parts.push(source.slice(from, start));
      length += start - from;
    }
    plainAt.push(length);
    sourceAt.push(start);
    parts.push(plain);
    length += plain.length;
    plainAt.push(length);
    sourceAt.push(end);
    from = end;
  };
  const writing = { isQuotedPrintable, isJson: /^\s{0,64}[[{]\s{0,64}["{[]/.test(source) };
  let nextSkipped = 0;
  for (let at = 0; at < source.length; ) {
    const skip = skipped[nextSkipped];
    if (skip !== undefined && at >= skip.start) {
      put({ start: skip.start, end: skip.end, plain: '\n' });
      gaps.push(length - 1);
      at = skip.end;
      nextSkipped++;
      continue;
    }
    const code = source.charCodeAt(at);
    const hidden = hidesNothing(code) ? null : hiddenAt(source, at, code, writing);
    if (hidden !== null && hidden.start >= from) put(hidden);
    at = hidden === null ? at + 1 : hidden.end;
  }
  parts.push(source.slice(from));
  return new PlainView(parts.join(''), gaps, plainAt, sourceAt);
}
