import { GramCounts } from './gram-counts.ts';
import { literalsOf } from './pattern.ts';
import { type GramPlace, LAST_OFFSET, packPlaces } from './pattern-list.ts';

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
  /** How far a hash is shifted down to be a slot. */
  readonly shift: number;
  /** A bit for each slot that is taken: small enough for the processor's first cache, which the slots are not. */
  readonly taken: Uint32Array;

  /**
   * @param patterns how many patterns there are at all
   * @param expected how many of them will be filed here
   */
  constructor(patterns: number, expected: number = patterns) {
    const bits = Math.min(MAX_BITS, Math.max(MIN_BITS, Math.ceil(Math.log2(expected * SLOTS_PER_PATTERN + 1))));
    this.heads = new Int32Array(1 << bits).fill(-1);
    this.next = new Int32Array(patterns);
    this.grams = new Int32Array(patterns);
    this.shift = 32 - bits;
    this.taken = new Uint32Array(Math.max(1, (1 << bits) >>> 5));
  }

  /** Files a pattern under a gram. */
  add(id: number, gram: number): void {
    const slot = slotOf(gram, this.shift);
    this.grams[id] = gram;
    this.next[id] = this.heads[slot] as number;
    this.heads[slot] = id;
    this.taken[slot >>> 5] = (this.taken[slot >>> 5] as number) | (1 << (slot & 31));
  }
}

/** Slot of a gram in a table with that shift. */
export function slotOf(gram: number, shift: number): number {
  return Math.imul(gram, MULTIPLIER) >>> shift;
}

/** A way to take grams from words. */
export interface GramKind {
  /** Characters of a gram. */
  readonly length: number;
  /** The gram that begins at a place. */
  readonly gramAt: (text: string, at: number) => number;
}

/**
 * Chooses for each pattern the gram under which it is filed: the one that fewest patterns have anywhere.
 *
 * @param words the patterns, one a line
 * @param kinds the grams that may be taken, the best first; a later one only where a pattern is too short for it
 * @returns one character a pattern, as {@link PatternList} takes it
 */
export function rarestGrams(words: string, kinds: readonly GramKind[]): string {
  if (words === '') return '';
  const lines = words.split('\n');
  const chosen: GramPlace[] = lines.map(() => ({ offset: -1, kind: 0 }));
  // Flat arrays, since a page works this out at its start: for all grams in turn what they are and where in their line.
  const grams = new Int32Array(words.length);
  const offsets = new Uint8Array(words.length);
  const ends = new Int32Array(lines.length);
  for (const [number, kind] of kinds.entries()) {
    let end = 0;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as string;
      if ((chosen[i] as GramPlace).offset < 0) {
        for (const { literal, at } of literalsOf(line)) {
          const last = Math.min(at + literal.length - kind.length, LAST_OFFSET);
          for (let offset = at; offset <= last; offset++) {
            grams[end] = kind.gramAt(line, offset);
            offsets[end++] = offset;
          }
        }
      }
      ends[i] = end;
    }
    const counts = new GramCounts(end);
    for (let at = 0; at < end; at++) counts.add(grams[at] as number);
    for (let i = 0, at = 0; i < lines.length; i++) {
      let lowest = Number.POSITIVE_INFINITY;
      for (; at < (ends[i] as number); at++) {
        const count = counts.of(grams[at] as number);
        if (count >= lowest) continue;
        lowest = count;
        chosen[i] = { offset: offsets[at] as number, kind: number };
      }
    }
  }
  return packPlaces(chosen);
}
