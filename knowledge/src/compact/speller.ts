import { CONTEXTS } from './symbol-reader.ts';
import type { BitSource } from './bit-source.ts';
import { codeTree } from './code-tree.ts';
import { weightsOf } from './frequencies.ts';
import { mix } from './hash.ts';
import { SymbolReader } from './symbol-reader.ts';

/** Ends each word. */
export const WORD_END = '\0';

/** Reads words that have not been met before, letter by letter. */
export class Speller {
  readonly #letters: readonly string[];
  readonly #end: number;
  readonly #symbols: SymbolReader;
  readonly #contexts = new Int32Array(CONTEXTS);

  /**
   * @param letters all letters, the rarest first; {@link WORD_END} is one of them
   * @param classes how many there are of each frequency ({@link weightsOf})
   */
  constructor(bits: BitSource, letters: string, classes: readonly number[]) {
    this.#letters = [...letters];
    this.#end = this.#letters.indexOf(WORD_END);
    this.#symbols = new SymbolReader(codeTree(weightsOf(classes)), bits);
  }

  /** @param before what stands before the word */
  read(before: number): string {
    const contexts = this.#contexts;
    const end = this.#end;
    let word = '';
    let [last, second, third, fourth] = [end, end, end, end];
    let whole = 0;
    for (let at = 0; ; at++) {
      const two = mix(last, second);
      const three = mix(two, third);
      contexts[0] = 0;
      contexts[1] = last;
      contexts[2] = three;
      contexts[3] = mix(three, fourth);
      contexts[4] = whole;
      contexts[5] = mix(whole, before);
      const letter = this.#symbols.read(contexts);
      if (letter === end) return word;
      word += this.#letters[letter];
      [last, second, third, fourth] = [letter, last, second, third];
      whole = mix(whole, letter);
    }
  }
}
