import { compilePattern, matchesAt, type Pattern } from './pattern.ts';

/** Called with the number of a pattern's line (from 0) and its weight. */
export type OnHit = (line: number, weight: number) => void;

/** Stands for offset 0 and the first kind of gram, where both are said by one character. */
const FIRST = 0x23;
/** Offsets beyond this are not tried: one character has to say them. */
export const LAST_OFFSET = 44;

/** Where in its line the gram of a pattern stands (-1 for none), and of which kind it is (0 or 1). */
export interface GramPlace {
  readonly offset: number;
  readonly kind: number;
}

/** Places as a string, one character each. */
export function packPlaces(places: readonly GramPlace[]): string {
  return places.map(({ offset, kind }) => (offset < 0 ? ' ' : String.fromCharCode(FIRST + 2 * offset + kind))).join('');
}

/** Patterns that stand one a line in a text, each compiled when it is first met. */
export class PatternList {
  readonly words: string;
  readonly size: number;
  /** Where each line begins, and behind the last one where another would. */
  readonly starts: Int32Array;
  readonly #places: string;
  readonly #patterns: (Pattern | undefined)[] = [];

  /**
   * @param words the patterns, normalised, one a line (syntax: `Entry.text`)
   * @param places for each, where in its line its gram stands ({@link packPlaces})
   */
  constructor(words: string, places: string) {
    this.words = words;
    this.size = places.length;
    this.starts = new Int32Array(this.size + 1);
    this.#places = places;
    let start = 0;
    for (let id = 1; id <= this.size; id++) {
      const end = words.indexOf('\n', start);
      start = end < 0 ? words.length + 1 : end + 1;
      this.starts[id] = start;
    }
  }

  /** Where in its line the gram of a pattern stands; below 0 for a pattern that has none. */
  offset(id: number): number {
    return (this.#places.charCodeAt(id) - FIRST) >> 1;
  }

  /** Of which kind that gram is. */
  kind(id: number): number {
    return (this.#places.charCodeAt(id) - FIRST) & 1;
  }

  /** The words of a pattern. */
  source(id: number): string {
    return this.words.slice(this.starts[id], (this.starts[id + 1] as number) - 1);
  }

  /** Looks closer at a pattern whose gram begins at `gramStart`. */
  verify(id: number, text: string, gramStart: number, hit: OnHit): void {
    const pattern = this.#pattern(id);
    const start = gramStart - pattern.gramOffset;
    if (start >= 0 && matchesAt(pattern, text, start)) hit(id, pattern.weight);
  }

  /** Looks for a pattern that has no gram. */
  search(id: number, text: string, hit: OnHit): void {
    const pattern = this.#pattern(id);
    const literal = pattern.pieces[pattern.anchor]?.literal ?? '';
    for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
      if (!matchesAt(pattern, text, at)) continue;
      hit(id, pattern.weight);
      return;
    }
  }

  #pattern(id: number): Pattern {
    let pattern = this.#patterns[id];
    if (pattern === undefined) {
      pattern = compilePattern(this.source(id), this.offset(id));
      this.#patterns[id] = pattern;
    }
    return pattern;
  }
}
