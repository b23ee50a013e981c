import { type BitSource, divide, isSettled, WHOLE } from './bit-source.ts';

/**
 * Writes bits so that `BitReader` reads them. It is itself a source of bits: a reader that is run with it
 * reads what is to be written, and tells with each question how likely it thought the answer.
 */
export class BitWriter implements BitSource {
  readonly #bytes: number[] = [];
  readonly #bits: (0 | 1)[] = [];
  #at = 0;
  #low = 0;
  #high = WHOLE;

  /** Bits to be written next, in their order. */
  push(bits: readonly (0 | 1)[]): void {
    for (const bit of bits) this.#bits.push(bit);
  }

  /** @throws RangeError where the reader asks for more than was pushed */
  next(chance: number): 0 | 1 {
    const bit = this.#bits[this.#at++];
    if (bit === undefined) throw new RangeError('The reader reads on behind the end of what is to be written.');
    const middle = divide(this.#low, this.#high, chance);
    if (bit === 1) this.#high = middle;
    else this.#low = middle + 1;
    while (isSettled(this.#low, this.#high)) {
      this.#bytes.push(this.#low >>> 16);
      this.#low = (this.#low << 8) & WHOLE;
      this.#high = ((this.#high << 8) & WHOLE) | 0xff;
    }
    return bit;
  }

  /** All that was written. */
  finish(): Uint8Array {
    // The reader's zeros behind the end make this the first number of the last byte that lies in the range.
    return Uint8Array.from([...this.#bytes, (this.#low >>> 16) + 1]);
  }
}
