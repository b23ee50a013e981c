import { type RuleTable, unpackOwners } from '@whybounce/knowledge';
import { GramIndex } from '../text/gram-index.ts';
import { WideGramIndex } from '../text/wide-gram-index.ts';
import type { PackedIndex } from './pack-index.ts';

/**
 * Called for words that stand in a text: whose they are (a rule's number, or -1 - that of a system for its
 * marks), their weight, and their line, by which {@link TableWords.wordsOf} knows them.
 */
export type OnWords = (owner: number, weight: number, line: number) => void;

/** Lines of words of other scripts are numbered from here on. */
const WIDE = 1 << 22;

/** The words of a table: those of ASCII, and those of other scripts, which are made when a text has them. */
export class TableWords {
  readonly #narrow: GramIndex;
  readonly #owners: Int32Array;
  readonly #makeWide: () => { readonly index: WideGramIndex; readonly owners: Int32Array };
  #wide: { readonly index: WideGramIndex; readonly owners: Int32Array } | null = null;
  readonly #tell: OnWords;

  /** @param packed the index of this very table, where that was kept */
  constructor(table: RuleTable, packed: PackedIndex | undefined, tell: OnWords) {
    this.#narrow = new GramIndex(table.words.lines, packed?.grams);
    this.#owners = unpackOwners(table.words.owners, this.#narrow.size);
    this.#makeWide = () => {
      const { lines, owners } = table.wideWords();
      const index = new WideGramIndex(lines, packed?.wideGrams);
      return { index, owners: unpackOwners(owners, index.size) };
    };
    this.#tell = tell;
  }

  readonly #onHit = (line: number, weight: number): void => this.#tell(this.#owners[line] as number, weight, line);
  readonly #onWideHit = (line: number, weight: number): void =>
    this.#tell(this.#wide?.owners[line] as number, weight, line + WIDE);

  /** Tells of all words that stand in a text (normalised); of some perhaps several times. */
  find(text: string): void {
    if (!this.#narrow.find(text, this.#onHit)) return;
    this.#wide ??= this.#makeWide();
    this.#wide.index.find(text, this.#onWideHit);
  }

  /** The words of a line that was told of. */
  wordsOf(line: number): string {
    return line < WIDE ? this.#narrow.wordsOf(line) : (this.#wide?.index.wordsOf(line - WIDE) ?? '');
  }
}
