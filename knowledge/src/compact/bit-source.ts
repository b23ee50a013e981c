/** Says bit after bit; told how likely a 1 is, it needs little room for what was to be expected. */
export interface BitSource {
  /** @param chance that the next bit is 1, between 0 and 1 */
  next(chance: number): number;
}

/** How finely a chance divides a range. */
const PARTS = 65_536;

/** The last number of a range that stands for a 1; both bits keep a part of it, so that each can be said. */
export function divide(low: number, high: number, chance: number): number {
  const parts = Math.min(PARTS - 1, Math.max(1, (chance * PARTS) | 0));
  const range = high - low;
  return low + (range >>> 16) * parts + (((range & 0xffff) * parts) >>> 16);
}

/** Reads what `BitWriter` wrote: arithmetic coding over ranges of 32 bits (Witten, Neal and Cleary, 1987). */
export class BitReader implements BitSource {
  readonly #bytes: Uint8Array;
  #at = 0;
  #low = 0;
  #high = 0xffffffff;
  #value = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let i = 0; i < 4; i++) this.#value = ((this.#value << 8) | this.#byte()) >>> 0;
  }

  #byte(): number {
    return this.#bytes[this.#at++] ?? 0;
  }

  flag(chance: number, _: number): number { return this.next(chance); }
  next(chance: number): number {
    const middle = divide(this.#low, this.#high, chance);
    const bit = this.#value <= middle ? 1 : 0;
    if (bit === 1) this.#high = middle;
    else this.#low = middle + 1;
    // A first byte that both ends share is settled.
    while ((this.#low ^ this.#high) >>> 24 === 0) {
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 0xff) >>> 0;
      this.#value = ((this.#value << 8) | this.#byte()) >>> 0;
    }
    return bit;
  }
}
