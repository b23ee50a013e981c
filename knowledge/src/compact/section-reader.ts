import { CONTEXTS } from './symbol-reader.ts';
import type { BitSource } from './bit-source.ts';
import { codeTree } from './code-tree.ts';
import { weightsOf } from './frequencies.ts';
import { mix } from './hash.ts';
import { Speller } from './speller.ts';
import { SymbolReader } from './symbol-reader.ts';

/** Between two words a space goes without saying. Scripts that know no spaces have words of one letter here. */
export const spacedWord = /^(?=[\p{L}\p{N}])(?![\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]).*[\p{L}\p{N}\p{M}]$/u;

/** Stands for a word that has not been met before. */
export const NEW_WORD = -1;

/** What is known of the words before they are read. */
export interface WordCounts {
  /** How many words are met again, for each class of how often ({@link weightsOf}). */
  readonly classes: readonly number[];
  /** The place of the sign for a new word among them. */
  readonly newWord: number;
}

/** Reads sections of text, word by word. A word is spelled where it first stands. */
export class SectionReader {
  readonly #words: string[] = [];
  readonly #isSpaced: boolean[] = [];
  readonly #breaks: boolean[] = [];
  readonly #symbols: SymbolReader;
  readonly #ranks: SymbolReader;
  readonly #speller: Speller;
  /** For each class the number of the next word in it; the first class is of words that are not met again. */
  readonly #next: number[];
  readonly #new: number;
  #section = 0;
  readonly #rankContexts = new Int32Array(CONTEXTS);

  constructor(bits: BitSource, letters: string, letterClasses: readonly number[], classes: readonly number[], newClass: number) {
    this.#speller = new Speller(bits, letters, letterClasses);
    this.#next = [];
    let sum = 0;
    for (const count of classes) { this.#next.push(sum); sum += count; }
    this.#new = this.#next[newClass]!++;
    this.#symbols = new SymbolReader(codeTree(weightsOf(classes)), bits);
    this.#ranks = new SymbolReader(codeTree(rankWeights(classes)), bits);
    this.#next.push(sum);
  }

  #newWord(last: number, second: number, section: number): number {
    this.#rankContexts[0] = section; this.#rankContexts[1] = last; this.#rankContexts[2] = mix(last, second);
    const rank = this.#next.length - 1 - this.#ranks.read(this.#rankContexts);
    const symbol = this.#next[rank]!++;
    const word = this.#speller.read(last);
    this.#words[symbol] = word;
    this.#isSpaced[symbol] = spacedWord.test(word);
    this.#breaks[symbol] = word.includes('\n');
    return symbol;
  }

  /** The next section. @param keys lines that foretell those of the section */
  read(keys: readonly string[] = []): string {
    const contexts = new Int32Array(CONTEXTS);
    const section = ++this.#section;
    const parts: string[] = [];
    let last = -1;
    let second = -1;
    let third = -1;
    let line = 0;
    let begun = keys.length > 0 ? hashOf(keys[0] as string) : 0;
    let above: number[] = [];
    let current: number[] = [];
    for (;;) {
      const two = mix(last, second);
      contexts[0] = 0;
      contexts[1] = last;
      contexts[2] = mix(second, 1);
      contexts[3] = mix(last, above[current.length] ?? -1);
      contexts[4] = mix(two, third);
      contexts[5] = begun;
      let symbol = this.#symbols.read(contexts);
      if (symbol === this.#new) symbol = this.#newWord(last, second, section);
      const word = this.#words[symbol] as string;
      if (word === '') return parts.join('');
      if (last >= 0 && this.#isSpaced[last] && this.#isSpaced[symbol]) parts.push(' ');
      parts.push(word);
      third = second;
      second = last;
      last = symbol;
      if (this.#breaks[symbol]) {
        line++;
        begun = line < keys.length ? hashOf(keys[line] as string) : 0;
        above = current;
        current = [];
      } else {
        begun = mix(begun, symbol);
        current.push(symbol);
      }
    }
  }
}
export function rankWeights(classes: readonly number[]): number[] { return Array.from({length: classes.length + 1}, (_, i) => 2 ** i); }

function hashOf(text: string): number {
  let hash = 1;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}
