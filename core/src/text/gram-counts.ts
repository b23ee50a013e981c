/** 2^32 over the golden ratio: spreads neighbouring grams over the table. */
const MULTIPLIER = 0x9e3779b1;

/** Counts how often each gram (32 bits) occurs: a table without objects, as there are hundreds of thousands. */
export class GramCounts {
  readonly #grams: Int32Array;
  readonly #counts: Int32Array;
  readonly #shift: number;

  /** @param most how many different grams there can be */
  constructor(most: number) {
    const bits = Math.max(1, Math.ceil(Math.log2(most + 1)) + 1);
    this.#grams = new Int32Array(2 ** bits);
    this.#counts = new Int32Array(2 ** bits);
    this.#shift = 32 - bits;
  }

  /** Counts a gram once more. */
  add(gram: number): void {
    const slot = this.#slotOf(gram);
    this.#grams[slot] = gram;
    this.#counts[slot] = (this.#counts[slot] as number) + 1;
  }

  /** How often a gram was counted. */
  of(gram: number): number {
    return this.#counts[this.#slotOf(gram)] as number;
  }

  /** The slot of a gram: the first one from its own that it has or that is free. Half of them stay free. */
  #slotOf(gram: number): number {
    let slot = Math.imul(gram, MULTIPLIER) >>> this.#shift;
    while (this.#counts[slot] !== 0 && this.#grams[slot] !== gram) slot = (slot + 1) & (this.#counts.length - 1);
    return slot;
  }
}
