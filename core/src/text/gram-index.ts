import { GramTable, rarestGrams, slotOf } from './gram-table.ts';
import { type OnHit, PatternList } from './pattern-list.ts';

/** Characters that are hashed together. */
const GRAM = 4;

/**
 * Finds all patterns of ASCII words in a text in one pass. Each pattern is filed under one
 * four-character gram, the rarest that its literals have; the pass hashes each four characters of the
 * text and looks closer only where that very gram is filed. Beside an Aho-Corasick automaton this
 * needs no building to speak of (a cold start counts here) and small tables.
 */
export class GramIndex {
  readonly #patterns: PatternList;
  readonly #table: GramTable;
  readonly #gramless: number[] = [];

  /**
   * @param words the patterns, normalised, one a line (syntax: `Entry.text`)
   * @param offsets what {@link chooseGrams} said of these very words, where that was kept
   */
  constructor(words: string, offsets: string = chooseGrams(words)) {
    this.#patterns = new PatternList(words, offsets);
    this.#table = new GramTable(this.#patterns.size);
    for (let id = 0; id < this.#patterns.size; id++) {
      const offset = this.#patterns.offset(id);
      if (offset < 0) this.#gramless.push(id);
      else {
        const at = (this.#patterns.starts[id] as number) + offset;
        this.#table.add(id, gramAt(words, at), words, at, GRAM);
      }
    }
  }

  /** How many patterns there are. */
  get size(): number {
    return this.#patterns.size;
  }

  /**
   * Calls `hit` for each pattern that stands in the (normalised) text; for one that stands there several times perhaps several times.
   *
   * @returns whether the text has characters beyond ASCII
   */
  find(text: string, hit: OnHit): boolean {
    const { heads, next, grams, before, after, shift } = this.#table;
    const end = text.length;
    let units = 0;
    let gram = 0;
    for (let at = 0; at < end; at++) {
      const unit = text.charCodeAt(at);
      units |= unit;
      gram = (gram << 8) | (unit & 0xff);
      let id = heads[slotOf(gram, shift)] as number;
      while (id >= 0) {
        if (
          grams[id] === gram &&
          (before[id] === 0 || before[id] === text.charCodeAt(at - GRAM)) &&
          (after[id] === 0 || after[id] === text.charCodeAt(at + 1))
        ) {
          this.#patterns.verify(id, text, at - (GRAM - 1), hit);
        }
        id = next[id] as number;
      }
    }
    for (const id of this.#gramless) this.#patterns.search(id, text, hit);
    return units > 0x7f;
  }
}

/**
 * Chooses for each pattern the gram under which it is filed.
 *
 * @returns one character a pattern, as the index takes it
 */
export function chooseGrams(words: string): string {
  return rarestGrams(words, GRAM, gramAt);
}

function gramAt(text: string, at: number): number {
  return (
    ((text.charCodeAt(at) & 0xff) << 24) |
    ((text.charCodeAt(at + 1) & 0xff) << 16) |
    ((text.charCodeAt(at + 2) & 0xff) << 8) |
    (text.charCodeAt(at + 3) & 0xff)
  );
}
