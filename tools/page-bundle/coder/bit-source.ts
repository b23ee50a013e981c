/** How finely a chance is said: in parts of this. */
export const PARTS = 4096;

/** Says bit after bit; told how likely a 1 is, it needs little room for what was to be expected. */
export interface BitSource {
  /** @param chance that the next bit is 1, in {@link PARTS}: from 1 to one less than all */
  next(chance: number): 0 | 1;
}

/** The range of all that may follow, at first: numbers of three bytes, as sums of larger ones would leave the integers that engines are fast with. */
export const WHOLE = 0xffffff;

/** The last number of a range that stands for a 1. Both bits keep a part of the range, so that each can be said. */
export function divide(low: number, high: number, chance: number): number {
  const range = high - low;
  return low + (range >>> 12) * chance + (((range & (PARTS - 1)) * chance) >>> 12);
}

/** Whether the first byte of all numbers of a range is the same, so that it can be written. */
export function isSettled(low: number, high: number): boolean {
  return (low ^ high) >>> 16 === 0;
}

/**
 * Reads what `BitWriter` wrote: arithmetic coding in ranges of integers (I. Witten, R. Neal, J. Cleary,
 * "Arithmetic coding for data compression", 1987). Behind the last byte it reads zeros.
 */
export class BitReader implements BitSource {
  readonly #bytes: Uint8Array;
  #at = 0;
  #low = 0;
  #high = WHOLE;
  #value = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let i = 0; i < 3; i++) this.#shift();
  }

  #shift(): void {
    this.#value = ((this.#value << 8) & WHOLE) | (this.#bytes[this.#at++] ?? 0);
  }

  next(chance: number): 0 | 1 {
    const middle = divide(this.#low, this.#high, chance);
    const bit = this.#value <= middle ? 1 : 0;
    if (bit === 1) this.#high = middle;
    else this.#low = middle + 1;
    while (isSettled(this.#low, this.#high)) {
      this.#low = (this.#low << 8) & WHOLE;
      this.#high = ((this.#high << 8) & WHOLE) | 0xff;
      this.#shift();
    }
    return bit;
  }
}
