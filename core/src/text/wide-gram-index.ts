import { GramTable, rarestGrams, slotOf } from './gram-table.ts';
import { type OnHit, PatternList } from './pattern-list.ts';

/** Characters that are hashed together: three letters of Cyrillic, or a word and a half of Chinese. */
const GRAM = 3;

/** The same as `GramIndex` for words of all scripts. It is slower, and asked only about texts that have more than ASCII. */
export class WideGramIndex {
  readonly #patterns: PatternList;
  readonly #table: GramTable;
  /** Patterns too short for a gram: a word of Chinese may have two characters. */
  readonly #gramless: number[] = [];

  constructor(words: string, offsets: string = chooseWideGrams(words)) {
    this.#patterns = new PatternList(words, offsets);
    this.#table = new GramTable(this.#patterns.size);
    for (let id = 0; id < this.#patterns.size; id++) {
      const offset = this.#patterns.offset(id);
      if (offset < 0) this.#gramless.push(id);
      else {
        const at = (this.#patterns.starts[id] as number) + offset;
        this.#table.add(id, gramAt(words, at));
      }
    }
  }

  get size(): number {
    return this.#patterns.size;
  }

  /** The words of a line. */
  wordsOf(line: number): string {
    return this.#patterns.source(line);
  }

  /** Calls `hit` for each pattern that stands in the (normalised) text. */
  find(text: string, hit: OnHit): void {
    const { heads, next, grams, shift } = this.#table;
    for (let at = 0; at + GRAM <= text.length; at++) {
      const gram = gramAt(text, at);
      let id = heads[slotOf(gram, shift)] as number;
      while (id >= 0) {
        if (grams[id] === gram) this.#patterns.verify(id, text, at, hit);
        id = next[id] as number;
      }
    }
    for (const id of this.#gramless) this.#patterns.search(id, text, hit);
  }
}

/** Chooses for each pattern the gram under which it is filed; see `chooseGrams`. */
export function chooseWideGrams(words: string): string {
  return rarestGrams(words, [{ length: GRAM, gramAt }]);
}

/** Three characters of sixteen bits mixed into 32. */
function gramAt(text: string, at: number): number {
  return (
    Math.imul(Math.imul(text.charCodeAt(at), 0x01000193) ^ text.charCodeAt(at + 1), 0x01000193) ^
    text.charCodeAt(at + 2)
  );
}
