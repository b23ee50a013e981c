import { BitReader } from './coder/bit-source.ts';
import { keysOf, type PackedTexts, type TextPlan } from './coder/packed-texts.ts';
import { TextReader } from './coder/text-reader.ts';

/** The texts that a page carries, in the page: read in their order, as far as one is asked for. */
export class PageTexts {
  readonly #plan: TextPlan[];
  readonly #texts = new Map<string, string>();
  /** Let go of behind the last text, with all that it has learnt. */
  #reader: TextReader | null;

  constructor(plan: readonly TextPlan[], { words, alphabet, bytes }: PackedTexts) {
    this.#plan = [...plan];
    const packed = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
    this.#reader = new TextReader(words, alphabet, new BitReader(packed));
  }

  /** The text of that name; all that stand before it are read too. */
  text(name: string): string {
    while (this.#reader !== null && !this.#texts.has(name)) {
      const step = this.#plan.shift();
      if (step === undefined) break;
      this.#texts.set(step.name, this.#reader.read(keysOf(step, this.#texts)));
      if (this.#plan.length === 0) this.#reader = null;
    }
    const text = this.#texts.get(name);
    if (text === undefined) throw new RangeError(`The page carries no text named ${name}.`);
    return text;
  }
}
