import { literalsOf } from './pattern.ts';
import { LAST_OFFSET, packOffsets } from './pattern-list.ts';

/** Slots of the hash table for each pattern: with ten and more few grams of a text meet one that is filed. */
const SLOTS_PER_PATTERN = 10;
/** Bits of the smallest and the largest table. A table beyond the processor's first cache makes each look slow. */
const MIN_BITS = 8;
const MAX_BITS = 17;
/** 2^32 over the golden ratio: spreads neighbouring grams over the table. */
const MULTIPLIER = 0x9e3779b1;

/** A hash table from grams (32 bits) to the patterns that are filed under them. */
export class GramTable {
  /** First pattern of each slot, -1 for none. Public for the inner loops alone. */
  readonly heads: Int32Array;
  readonly next: Int32Array;
  readonly grams: Int32Array;
  /** The characters that must stand before and after the gram; 0 where any may. Most candidates fail here, before they cost a call. */
  readonly before: Uint16Array;
  readonly after: Uint16Array;
  /** How far a hash is shifted down to be a slot. */
  readonly shift: number;

  constructor(patterns: number) {
    const bits = Math.min(MAX_BITS, Math.max(MIN_BITS, Math.ceil(Math.log2(patterns * SLOTS_PER_PATTERN + 1))));
    this.heads = new Int32Array(1 << bits).fill(-1);
    this.next = new Int32Array(patterns);
    this.grams = new Int32Array(patterns);
    this.before = new Uint16Array(patterns);
    this.after = new Uint16Array(patterns);
    this.shift = 32 - bits;
  }

  /** Files a pattern under the gram of `length` characters that stands at `at` in its words. */
  add(id: number, gram: number, words: string, at: number, length: number): void {
    const slot = slotOf(gram, this.shift);
    this.grams[id] = gram;
    this.before[id] = literalUnit(words.charCodeAt(at - 1));
    this.after[id] = literalUnit(words.charCodeAt(at + length));
    this.next[id] = this.heads[slot] as number;
    this.heads[slot] = id;
  }
}

/** A character that can only stand for itself; 0 for line breaks, the end, and what gaps and open edges are written with. */
function literalUnit(unit: number): number {
  return unit > 0x20 && unit !== 0x2a && unit !== 0x23 ? unit : 0;
}

/** Slot of a gram in a table with that shift. */
export function slotOf(gram: number, shift: number): number {
  return Math.imul(gram, MULTIPLIER) >>> shift;
}

/**
 * Chooses for each pattern the gram under which it is filed: the one that fewest patterns have anywhere.
 *
 * @param words the patterns, one a line
 * @param length characters of a gram
 * @param gramAt the gram that begins at a place
 * @returns one character a pattern, as {@link PatternList} takes it
 */
export function rarestGrams(words: string, length: number, gramAt: (text: string, at: number) => number): string {
  if (words === '') return '';
  const places = words.split('\n').map((line) => ({ line, offsets: offsetsIn(line, length) }));
  const frequency = new Map<number, number>();
  for (const { line, offsets } of places) {
    for (const offset of offsets) {
      const gram = gramAt(line, offset);
      frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
    }
  }
  const chosen = places.map(({ line, offsets }) => {
    let best = -1;
    let lowest = Number.POSITIVE_INFINITY;
    for (const offset of offsets) {
      const count = frequency.get(gramAt(line, offset)) ?? 0;
      if (count < lowest) {
        lowest = count;
        best = offset;
      }
    }
    return best;
  });
  return packOffsets(chosen);
}

/** Where in a line a gram may be taken: inside its literals. */
function offsetsIn(line: string, length: number): number[] {
  return literalsOf(line).flatMap(({ literal, at }) =>
    Array.from({ length: Math.max(0, literal.length - length + 1) }, (_, i) => at + i).filter(
      (offset) => offset <= LAST_OFFSET,
    ),
  );
}
