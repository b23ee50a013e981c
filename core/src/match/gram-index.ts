import { compilePattern, longestLiteral, matchesAt, type Pattern } from './pattern.ts';

/** Slots of the hash table; a power of two, some twenty times the number of patterns. */
const SLOTS = 1 << 16;
/** Characters of ASCII words that are hashed together. */
const GRAM = 4;

/** A {@link GramIndex} taken apart. `heads` are pairs of slot and pattern. */
export interface PackedGrams {
  readonly sources: string[];
  readonly owners: number[];
  readonly offsets: number[];
  readonly next: number[];
  readonly wide: number[];
  readonly heads: number[];
}

/** Offsets of a literal that are tried for an uncrowded slot. */
const TRIES = 6;

/**
 * Finds all patterns in a text in one pass. Each pattern is filed under one four-character gram of
 * its longest literal; the pass hashes each four characters of the text and looks closer only where
 * a slot is taken. Beside an Aho-Corasick automaton this needs no building to speak of (a cold start
 * counts here) and no tables beyond one of 256 KiB. Patterns are compiled when they are first met.
 */
export class GramIndex {
  readonly #sources: string[];
  readonly #patterns: (Pattern | undefined)[] = [];
  readonly #owners: number[];
  readonly #offsets: number[];
  readonly #next: number[];
  readonly #heads = new Int32Array(SLOTS).fill(-1);
  readonly #wide: number[];

  /** An empty index, or one that {@link pack} gave before. */
  constructor(packed?: PackedGrams) {
    this.#sources = packed?.sources ?? [];
    this.#owners = packed?.owners ?? [];
    this.#offsets = packed?.offsets ?? [];
    this.#next = packed?.next ?? [];
    this.#wide = packed?.wide ?? [];
    const heads = packed?.heads ?? [];
    for (let i = 0; i < heads.length; i += 2) this.#heads[heads[i] as number] = heads[i + 1] as number;
  }

  /** The index as JSON can hold it, for a program that wants to start at once. */
  pack(): PackedGrams {
    const heads: number[] = [];
    for (const [slot, id] of this.#heads.entries()) if (id >= 0) heads.push(slot, id);
    return { sources: this.#sources, owners: this.#owners, offsets: this.#offsets, next: this.#next, wide: this.#wide, heads };
  }

  /** Files a pattern (normalised); `owner` is what {@link find} reports. */
  add(source: string, owner: number): void {
    const literal = longestLiteral(source);
    const id = this.#sources.length;
    this.#sources.push(source);
    this.#owners.push(owner);
    // Words of other scripts may be shorter than a gram: they are few, and looked for one by one in texts that have any.
    if (literal.length < GRAM || !asciiOnly(literal)) {
      this.#wide.push(id);
      this.#offsets.push(0);
      this.#next.push(-1);
      return;
    }
    let best = 0;
    let bestSlot = slotOf(literal, 0);
    const step = Math.max(1, Math.floor((literal.length - GRAM) / TRIES));
    for (let at = step; this.#heads[bestSlot] !== -1 && at + GRAM <= literal.length; at += step) {
      const slot = slotOf(literal, at);
      if (this.#heads[slot] === -1) {
        best = at;
        bestSlot = slot;
      }
    }
    this.#offsets.push(best);
    this.#next.push(this.#heads[bestSlot] as number);
    this.#heads[bestSlot] = id;
  }

  /** Calls `hit` with the owner of each pattern that stands in the (normalised) text; an owner may come more than once. */
  find(text: string, hit: (owner: number, weight: number) => void): void {
    const heads = this.#heads;
    const end = text.length;
    if (end >= GRAM) {
      let gram =
        ((text.charCodeAt(0) & 0xff) << 16) | ((text.charCodeAt(1) & 0xff) << 8) | (text.charCodeAt(2) & 0xff);
      for (let at = 3; at < end; at++) {
        gram = (gram << 8) | (text.charCodeAt(at) & 0xff);
        let id = heads[Math.imul(gram, MULTIPLIER) >>> 16] as number;
        while (id >= 0) {
          const start = at - 3 - (this.#offsets[id] as number);
          if (start >= 0) {
            const pattern = this.#pattern(id);
            if (matchesAt(pattern, text, start)) hit(this.#owners[id] as number, pattern.weight);
          }
          id = this.#next[id] as number;
        }
      }
    }
    if (this.#wide.length > 0 && !asciiOnly(text)) this.#findWide(text, hit);
  }

  #findWide(text: string, hit: (owner: number, weight: number) => void): void {
    for (const id of this.#wide) {
      const pattern = this.#pattern(id);
      const literal = pattern.pieces[pattern.anchor]?.literal ?? '';
      for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
        if (!matchesAt(pattern, text, at)) continue;
        hit(this.#owners[id] as number, pattern.weight);
        break;
      }
    }
  }

  #pattern(id: number): Pattern {
    let pattern = this.#patterns[id];
    if (pattern === undefined) {
      pattern = compilePattern(this.#sources[id] as string);
      this.#patterns[id] = pattern;
    }
    return pattern;
  }
}

/** 2^32 over the golden ratio: spreads neighbouring grams over the table. */
const MULTIPLIER = 0x9e3779b1;

function slotOf(literal: string, at: number): number {
  const gram =
    ((literal.charCodeAt(at) & 0xff) << 24) |
    ((literal.charCodeAt(at + 1) & 0xff) << 16) |
    ((literal.charCodeAt(at + 2) & 0xff) << 8) |
    (literal.charCodeAt(at + 3) & 0xff);
  return Math.imul(gram, MULTIPLIER) >>> 16;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL to DEL is what ASCII is
const nonAscii = /[^\x00-\x7f]/;

function asciiOnly(text: string): boolean {
  return !nonAscii.test(text);
}
