import type { BitSource } from './bit-source.ts';
import { codeTree } from './code-tree.ts';
import { mix } from './hash.ts';
import { FAR, NEAR, SymbolReader } from './symbol-reader.ts';

/** Ends each word. */
export const WORD_END = '\0';

/** The letters that words are made of. */
export interface Alphabet {
  /** By rising frequency; {@link WORD_END} is one of them. */
  readonly letters: string;
  /** How many there are in each class of frequency (`codeTree`). */
  readonly classes: readonly number[];
}

const TABLE_BITS = 19;

/** Reads words that have not been met before, letter by letter. */
export class Speller {
  readonly #letters: readonly string[];
  readonly #end: number;
  readonly #symbols: SymbolReader;
  readonly #contexts = new Int32Array(NEAR + FAR);

  constructor({ letters, classes }: Alphabet, bits: BitSource) {
    this.#letters = [...letters];
    this.#end = this.#letters.indexOf(WORD_END);
    this.#symbols = new SymbolReader(codeTree(classes), bits, TABLE_BITS);
  }

  /** @param before the number of the word before it */
  read(before: number): string {
    const contexts = this.#contexts;
    const end = this.#end;
    let word = '';
    let last = end;
    let second = end;
    let third = end;
    let fourth = end;
    let whole = 0;
    for (;;) {
      const three = mix(mix(last, second), third);
      contexts[1] = last;
      contexts[2] = three;
      contexts[3] = mix(three, fourth);
      contexts[4] = whole;
      contexts[5] = mix(whole, before);
      const letter = this.#symbols.read(contexts);
      if (letter === end) return word;
      word += this.#letters[letter];
      fourth = third;
      third = second;
      second = last;
      last = letter;
      whole = mix(whole, letter);
    }
  }
}
