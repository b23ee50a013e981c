import type { BitSource } from './bit-source.ts';
import { codeTree } from './code-tree.ts';
import { hashOf, mix } from './hash.ts';
import type { Keys } from './packed-texts.ts';
import { type Alphabet, Speller } from './speller.ts';
import { FAR, NEAR, SymbolReader } from './symbol-reader.ts';
import { spacedWord, TEXT_END } from './word.ts';
import { classesOfClasses, type WordCounts, WordNumbers } from './word-numbers.ts';

const TABLE_BITS = 20;
const CLASS_TABLE_BITS = 12;

/** Reads texts word by word, one after the other. A word is spelled where it first stands. */
export class TextReader {
  readonly #words: string[] = [];
  readonly #isSpaced: boolean[] = [];
  /** How many lines end with a word. */
  readonly #lineEnds: number[] = [];
  readonly #numbers: WordNumbers;
  readonly #symbols: SymbolReader;
  readonly #classes: SymbolReader;
  readonly #speller: Speller;
  readonly #contexts = new Int32Array(NEAR + FAR);
  readonly #classContexts = new Int32Array(NEAR + FAR);

  constructor(words: WordCounts, alphabet: Alphabet, bits: BitSource) {
    this.#numbers = new WordNumbers(words);
    this.#symbols = new SymbolReader(codeTree(words.classes), bits, TABLE_BITS);
    this.#classes = new SymbolReader(codeTree(classesOfClasses(words)), bits, CLASS_TABLE_BITS);
    this.#speller = new Speller(alphabet, bits);
  }

  /** The next text. */
  read({ lines: keys, byBlock }: Keys): string {
    const contexts = this.#contexts;
    const parts: string[] = [];
    let last = -1;
    let second = -1;
    let third = -1;
    let line = 0;
    let begun = hashOf(keys[0] ?? '');
    let above: number[] = [];
    let current: number[] = [];
    for (;;) {
      contexts[1] = last;
      contexts[2] = mix(second, 1);
      contexts[3] = mix(above[current.length] ?? -1, 2);
      contexts[4] = mix(mix(last, second), third);
      contexts[5] = begun;
      let number = this.#symbols.read(contexts);
      if (number === this.#numbers.newWord) number = this.#readNew(last, second);
      const word = this.#words[number] as string;
      if (word === TEXT_END) return parts.join('');
      if (this.#isSpaced[last] && this.#isSpaced[number]) parts.push(' ');
      parts.push(word);
      third = second;
      second = last;
      last = number;
      const ended = this.#lineEnds[number] as number;
      if (ended === 0) {
        begun = mix(begun, number);
        current.push(number);
      } else {
        line += byBlock ? ended - 1 : ended;
        begun = hashOf(keys[line] ?? '');
        above = current;
        current = [];
      }
    }
  }

  #readNew(last: number, second: number): number {
    this.#classContexts[1] = last;
    this.#classContexts[2] = mix(last, second);
    const number = this.#numbers.take(this.#classes.read(this.#classContexts));
    const word = this.#speller.read(last);
    this.#words[number] = word;
    this.#isSpaced[number] = spacedWord.test(word);
    this.#lineEnds[number] = word.startsWith('\n') ? word.length : 0;
    return number;
  }
}
