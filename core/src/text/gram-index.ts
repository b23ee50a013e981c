import { GramTable, rarestGrams, slotOf } from './gram-table.ts';
import { type OnHit, PatternList } from './pattern-list.ts';

/** Characters that are hashed together. */
const GRAM = 8;
/** The same for patterns whose literals are all shorter. */
const SHORT_GRAM = 4;
/** Mixes the older half of a gram into the newer. */
const MIXER = 0x85ebca6b;

/**
 * Finds all patterns of ASCII words in a text in one pass. Each pattern is filed under one gram of
 * eight characters, the rarest that its literals have; the pass hashes each eight characters of the
 * text and looks closer only where that very gram is filed. Beside an Aho-Corasick automaton this
 * needs no building to speak of (a cold start counts here) and small tables.
 */
export class GramIndex {
  readonly #patterns: PatternList;
  readonly #long: GramTable;
  readonly #short: GramTable;
  readonly #gramless: number[] = [];

  /**
   * @param words the patterns, normalised, one a line (syntax: `Entry.text`)
   * @param offsets what {@link chooseGrams} said of these very words, where that was kept
   */
  constructor(words: string, offsets: string = chooseGrams(words)) {
    this.#patterns = new PatternList(words, offsets);
    this.#long = new GramTable(this.#patterns.size);
    this.#short = new GramTable(this.#patterns.size, Math.ceil(this.#patterns.size / 8));
    for (let id = 0; id < this.#patterns.size; id++) {
      const offset = this.#patterns.offset(id);
      if (offset < 0) {
        this.#gramless.push(id);
        continue;
      }
      const at = (this.#patterns.starts[id] as number) + offset;
      if (this.#patterns.kind(id) === 0) this.#long.add(id, gramAt(words, at));
      else this.#short.add(id, halfAt(words, at));
    }
  }

  /** How many patterns there are. */
  get size(): number {
    return this.#patterns.size;
  }

  /** The words of a line. */
  wordsOf(line: number): string {
    return this.#patterns.source(line);
  }

  /**
   * Calls `hit` for each pattern that stands in the (normalised) text; for one that stands there several times perhaps several times.
   *
   * @returns whether the text has characters beyond ASCII
   */
  find(text: string, hit: OnHit): boolean {
    const { taken, shift } = this.#long;
    const { taken: shortTaken, shift: shortShift } = this.#short;
    const end = text.length;
    let units = 0;
    let older = 0;
    let newer = 0;
    for (let at = 0; at < end; at++) {
      const unit = text.charCodeAt(at);
      units |= unit;
      older = (older << 8) | (newer >>> 24);
      newer = (newer << 8) | (unit & 0xff);
      const gram = newer ^ Math.imul(older, MIXER);
      const slot = slotOf(gram, shift);
      if (((taken[slot >>> 5] as number) >>> (slot & 31)) & 1) this.#walk(this.#long, slot, gram, GRAM, text, at, hit);
      const short = slotOf(newer, shortShift);
      if (((shortTaken[short >>> 5] as number) >>> (short & 31)) & 1) {
        this.#walk(this.#short, short, newer, SHORT_GRAM, text, at, hit);
      }
    }
    for (const id of this.#gramless) this.#patterns.search(id, text, hit);
    return units > 0x7f;
  }

  /** Looks at the patterns of a slot: `at` is the last character of the gram. */
  #walk(table: GramTable, slot: number, gram: number, length: number, text: string, at: number, hit: OnHit): void {
    const { heads, grams, next } = table;
    for (let id = heads[slot] as number; id >= 0; id = next[id] as number) {
      if (grams[id] === gram) this.#patterns.verify(id, text, at - (length - 1), hit);
    }
  }
}

/**
 * Chooses for each pattern the gram under which it is filed.
 *
 * @returns one character a pattern, as the index takes it
 */
export function chooseGrams(words: string): string {
  return rarestGrams(words, [
    { length: GRAM, gramAt },
    { length: SHORT_GRAM, gramAt: halfAt },
  ]);
}

function gramAt(text: string, at: number): number {
  return halfAt(text, at + SHORT_GRAM) ^ Math.imul(halfAt(text, at), MIXER);
}

function halfAt(text: string, at: number): number {
  return (
    ((text.charCodeAt(at) & 0xff) << 24) |
    ((text.charCodeAt(at + 1) & 0xff) << 16) |
    ((text.charCodeAt(at + 2) & 0xff) << 8) |
    (text.charCodeAt(at + 3) & 0xff)
  );
}
