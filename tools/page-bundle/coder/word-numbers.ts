import { classOf } from './code-tree.ts';

/** How many words there are, as far as it has to be known before they are read. */
export interface WordCounts {
  /** Words that are met again, by how often (`classOf`), the rarest class first; the sign for a new word is one of them. */
  readonly classes: readonly number[];
  /** How many different words there are at all. */
  readonly different: number;
}

/**
 * Gives numbers to words in the order in which they are met: those of a class stand together, so that a
 * number leads to its place in the tree; those that are met only once get numbers behind all of these.
 */
export class WordNumbers {
  /** The number of the sign for a new word. */
  readonly newWord: number;
  readonly #next: number[] = [];

  constructor({ classes, different }: WordCounts) {
    let sum = 0;
    for (const count of classes) {
      this.#next.push(sum);
      sum += count;
    }
    this.#next.push(sum);
    this.newWord = this.take(classOf(different));
  }

  /** The class of words that are met only once. */
  get once(): number {
    return this.#next.length - 1;
  }

  /** The next free number of a class. */
  take(wordClass: number): number {
    const number = this.#next[wordClass] as number;
    this.#next[wordClass] = number + 1;
    return number;
  }
}

/** The counts of classes for `codeTree`, by which the class of a new word is read: {@link WordNumbers.once} is the most frequent. */
export function classesOfClasses({ classes }: WordCounts): number[] {
  return new Array<number>(classes.length + 1).fill(1);
}
