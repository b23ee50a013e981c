/** Which end of a span an offset is: inside something replaced it goes to that end of what stands there now. */
export type SpanEdge = 'start' | 'end';

/** Where the characters of a text stand after stretches of it were replaced. */
export class OffsetMap {
  /** For each replaced stretch its start and end before, and after. Ascending. */
  readonly #places: number[] = [];

  /** Adds a replaced stretch; each begins behind the one before. */
  add(start: number, end: number, newStart: number, newEnd: number): void {
    this.#places.push(start, end, newStart, newEnd);
  }

  /** The new offset of an old one. */
  map(at: number, edge: SpanEdge = 'start'): number {
    const places = this.#places;
    let low = 0;
    let high = places.length / 4;
    // the last stretch that begins before the offset
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[4 * middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return at;
    const [, end = 0, newStart = 0, newEnd = 0] = places.slice(4 * (low - 1), 4 * low);
    if (at >= end) return newEnd + at - end;
    return edge === 'start' ? newStart : newEnd;
  }
}
