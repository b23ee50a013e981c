import { matchesAt, type Pattern } from './pattern.ts';

/** Slots of the hash table; a power of two, some twenty times the number of patterns. */
const SLOTS = 1 << 16;
/** Characters of ASCII words that are hashed together. */
const GRAM = 4;

/**
 * Finds all patterns in a text in one pass. Each pattern is filed under one four-character gram of
 * its longest literal; the pass hashes each four characters of the text and looks closer only where
 * a slot is taken. Beside an Aho-Corasick automaton this needs no building (a cold start counts here)
 * and no tables beyond one of 128 KiB.
 */
export class GramIndex {
  readonly #patterns: Pattern[] = [];
  readonly #owners: number[] = [];
  readonly #offsets: number[] = [];
  readonly #next: number[] = [];
  readonly #heads = new Int32Array(SLOTS).fill(-1);
  readonly #wide: number[] = [];

  /** Files a pattern; `owner` is what {@link find} reports. */
  add(pattern: Pattern, owner: number): void {
    const literal = pattern.pieces[pattern.anchor]?.literal ?? '';
    const id = this.#patterns.length;
    this.#patterns.push(pattern);
    this.#owners.push(owner);
    // Words of other scripts may be shorter than a gram: they are few, and looked for one by one in texts that have any.
    if (literal.length < GRAM || !asciiOnly(literal)) {
      this.#wide.push(id);
      this.#offsets.push(0);
      this.#next.push(-1);
      return;
    }
    let best = 0;
    let shortest = Number.POSITIVE_INFINITY;
    for (let at = 0; at + GRAM <= literal.length; at++) {
      const load = this.#load(slotOf(literal, at));
      if (load < shortest) {
        shortest = load;
        best = at;
      }
    }
    const slot = slotOf(literal, best);
    this.#offsets.push(best);
    this.#next.push(this.#heads[slot] as number);
    this.#heads[slot] = id;
  }

  #load(slot: number): number {
    let load = 0;
    for (let id = this.#heads[slot] as number; id >= 0; id = this.#next[id] as number) load++;
    return load;
  }

  /** Calls `hit` with the owner of each pattern that stands in the (normalised) text; an owner may come more than once. */
  find(text: string, hit: (owner: number, pattern: Pattern) => void): void {
    const heads = this.#heads;
    const end = text.length;
    if (end >= GRAM) {
      let gram =
        ((text.charCodeAt(0) & 0xff) << 16) | ((text.charCodeAt(1) & 0xff) << 8) | (text.charCodeAt(2) & 0xff);
      for (let at = 3; at < end; at++) {
        gram = (gram << 8) | (text.charCodeAt(at) & 0xff);
        let id = heads[Math.imul(gram, 0x9e3779b1) >>> 16] as number;
        while (id >= 0) {
          const start = at - 3 - (this.#offsets[id] as number);
          if (start >= 0) {
            const pattern = this.#patterns[id] as Pattern;
            if (matchesAt(pattern, text, start)) hit(this.#owners[id] as number, pattern);
          }
          id = this.#next[id] as number;
        }
      }
    }
    if (this.#wide.length > 0 && !asciiOnly(text)) this.#findWide(text, hit);
  }

  #findWide(text: string, hit: (owner: number, pattern: Pattern) => void): void {
    for (const id of this.#wide) {
      const pattern = this.#patterns[id] as Pattern;
      const literal = pattern.pieces[pattern.anchor]?.literal ?? '';
      for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
        if (!matchesAt(pattern, text, at)) continue;
        hit(this.#owners[id] as number, pattern);
        break;
      }
    }
  }
}

function slotOf(literal: string, at: number): number {
  let gram = 0;
  for (let i = at; i < at + GRAM; i++) gram = (gram << 8) | (literal.charCodeAt(i) & 0xff);
  return Math.imul(gram, 0x9e3779b1) >>> 16;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL to DEL is what ASCII is
const nonAscii = /[^\x00-\x7f]/;

function asciiOnly(text: string): boolean {
  return !nonAscii.test(text);
}
