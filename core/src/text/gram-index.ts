import { compilePattern, literalsOf, matchesAt, type Pattern } from './pattern.ts';

/** Slots of the hash table for each pattern: with ten and more few grams of a text meet one that is filed. */
const SLOTS_PER_PATTERN = 10;
/** Bits of the smallest and the largest table. A table beyond the processor's first cache makes each look slow. */
const MIN_BITS = 8;
const MAX_BITS = 16;
/** Characters that are hashed together. */
const GRAM = 4;

/** Words to look for, with the number that {@link GramIndex.find} reports for them. */
export interface Words {
  /** Normalised; syntax as `Entry.text`. */
  readonly source: string;
  readonly owner: number;
}

/** A {@link GramIndex} as JSON can hold it: one row of numbers a pattern, in the same order. */
export interface PackedGrams {
  readonly sources: readonly string[];
  readonly owners: readonly number[];
  /** Which literal of the pattern is the anchor. */
  readonly anchors: readonly number[];
  /** Where in the anchor the gram stands; -1 for patterns without a gram. */
  readonly offsets: readonly number[];
}

/**
 * Finds all patterns in a text in one pass. Each pattern is filed under one four-character gram, the
 * rarest that its literals have; the pass hashes each four characters of the text and looks closer
 * only where that very gram is filed. Beside an Aho-Corasick automaton this needs no building to
 * speak of (a cold start counts here) and small tables. Patterns are compiled when they are first met.
 */
export class GramIndex {
  readonly #packed: PackedGrams;
  readonly #patterns: (Pattern | undefined)[] = [];
  readonly #grams: Int32Array;
  readonly #next: Int32Array;
  readonly #heads: Int32Array;
  /** How far a hash is shifted to be a slot. */
  readonly #shift: number;
  /** Patterns of other scripts, whose words may be shorter than a gram: few, and looked for only in texts that have any. */
  readonly #wide: number[] = [];

  constructor(packed: PackedGrams) {
    this.#packed = packed;
    const { sources, anchors, offsets } = packed;
    this.#grams = new Int32Array(sources.length);
    this.#next = new Int32Array(sources.length);
    const bits = Math.min(MAX_BITS, Math.max(MIN_BITS, 32 - Math.clz32(sources.length * SLOTS_PER_PATTERN)));
    this.#heads = new Int32Array(1 << bits).fill(-1);
    this.#shift = 32 - bits;
    for (let id = 0; id < sources.length; id++) {
      const offset = offsets[id] as number;
      if (offset < 0) {
        this.#wide.push(id);
        continue;
      }
      const source = sources[id] as string;
      const literal =
        source.includes('*') || source.includes('#') ? (literalsOf(source)[anchors[id] as number] as string) : source;
      const gram = gramAt(literal, offset);
      const slot = slotOf(gram, this.#shift);
      this.#grams[id] = gram;
      this.#next[id] = this.#heads[slot] as number;
      this.#heads[slot] = id;
    }
  }

  /** Calls `hit` with the owner of each pattern that stands in the (normalised) text; an owner may come more than once. */
  find(text: string, hit: (owner: number, weight: number) => void): void {
    const heads = this.#heads;
    const grams = this.#grams;
    const shift = this.#shift;
    const end = text.length;
    let wide = 0;
    let gram = 0;
    for (let at = 0; at < end; at++) {
      const unit = text.charCodeAt(at);
      wide |= unit;
      gram = (gram << 8) | (unit & 0xff);
      let id = heads[slotOf(gram, shift)] as number;
      while (id >= 0) {
        if (grams[id] === gram) this.#verify(id, text, at - (GRAM - 1), hit);
        id = this.#next[id] as number;
      }
    }
    if (wide > 0x7f) this.#findWide(text, hit);
  }

  #verify(id: number, text: string, gramStart: number, hit: (owner: number, weight: number) => void): void {
    const start = gramStart - (this.#packed.offsets[id] as number);
    if (start < 0) return;
    const pattern = this.#pattern(id);
    if (matchesAt(pattern, text, start)) hit(this.#packed.owners[id] as number, pattern.weight);
  }

  #findWide(text: string, hit: (owner: number, weight: number) => void): void {
    for (const id of this.#wide) {
      const pattern = this.#pattern(id);
      const literal = pattern.pieces[pattern.anchor]?.literal ?? '';
      for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
        if (!matchesAt(pattern, text, at)) continue;
        hit(this.#packed.owners[id] as number, pattern.weight);
        break;
      }
    }
  }

  #pattern(id: number): Pattern {
    let pattern = this.#patterns[id];
    if (pattern === undefined) {
      pattern = compilePattern(this.#packed.sources[id] as string, this.#packed.anchors[id] as number);
      this.#patterns[id] = pattern;
    }
    return pattern;
  }
}

/** Chooses for each pattern the gram under which it is filed: the one that fewest patterns have anywhere. */
export function packGrams(words: readonly Words[]): PackedGrams {
  const frequency = new Map<number, number>();
  const literals = words.map(({ source }) => literalsOf(source));
  for (const literal of literals.flat()) {
    for (let at = 0; at + GRAM <= literal.length; at++) {
      const gram = gramAt(literal, at);
      frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
    }
  }
  const choices = literals.map((list) => rarest(list, frequency));
  return {
    sources: words.map(({ source }) => source),
    owners: words.map(({ owner }) => owner),
    anchors: choices.map(({ anchor }) => anchor),
    offsets: choices.map(({ offset }) => offset),
  };
}

function rarest(
  literals: readonly string[],
  frequency: ReadonlyMap<number, number>,
): { readonly anchor: number; readonly offset: number } {
  let best = { anchor: 0, offset: -1 };
  let lowest = Number.POSITIVE_INFINITY;
  for (const [anchor, literal] of literals.entries()) {
    if (!asciiOnly(literal)) {
      // A gram of other scripts would be cut to its low bytes: such patterns are looked for one by one.
      if (best.offset < 0 && literal.length > (literals[best.anchor]?.length ?? 0)) best = { anchor, offset: -1 };
      continue;
    }
    for (let offset = 0; offset + GRAM <= literal.length; offset++) {
      const count = frequency.get(gramAt(literal, offset)) ?? 0;
      if (count < lowest) {
        lowest = count;
        best = { anchor, offset };
      }
    }
  }
  return best;
}

/** 2^32 over the golden ratio: spreads neighbouring grams over the table. */
const MULTIPLIER = 0x9e3779b1;

function slotOf(gram: number, shift: number): number {
  return Math.imul(gram, MULTIPLIER) >>> shift;
}

function gramAt(literal: string, at: number): number {
  return (
    ((literal.charCodeAt(at) & 0xff) << 24) |
    ((literal.charCodeAt(at + 1) & 0xff) << 16) |
    ((literal.charCodeAt(at + 2) & 0xff) << 8) |
    (literal.charCodeAt(at + 3) & 0xff)
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL to DEL is what ASCII is
const nonAscii = /[^\x00-\x7f]/;

function asciiOnly(text: string): boolean {
  return !nonAscii.test(text);
}
