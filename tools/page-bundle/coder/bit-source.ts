/** Says bit after bit; told how likely a 1 is, it needs little room for what was to be expected. */
export interface BitSource {
  /** @param chance that the next bit is 1, between 0 and 1 */
  next(chance: number): 0 | 1;
}

/** How finely a chance divides a range. */
const PARTS = 65_536;

/**
 * The last number of a range that stands for a 1. Both bits keep a part of the range, so that each can be said.
 *
 * @param low first number of the range; below 2^32, as `high`, its last one
 */
export function divide(low: number, high: number, chance: number): number {
  const parts = Math.min(PARTS - 1, Math.max(1, (chance * PARTS) | 0));
  const range = high - low;
  return low + (range >>> 16) * parts + (((range & 0xffff) * parts) >>> 16);
}

/** Whether the first byte of all numbers of a range is the same, so that it can be written. */
export function isSettled(low: number, high: number): boolean {
  return (low ^ high) >>> 24 === 0;
}

/**
 * Reads what `BitWriter` wrote: arithmetic coding in ranges of 32 bits (I. Witten, R. Neal, J. Cleary,
 * "Arithmetic coding for data compression", 1987). Behind the last byte it reads zeros.
 */
export class BitReader implements BitSource {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** The first and last number of the range, and the one that is read: in fields of their own they would be objects. */
  readonly #state = Uint32Array.of(0, 0xffffffff, 0);

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let i = 0; i < 4; i++) this.#state[2] = ((this.#state[2] as number) << 8) | this.#byte();
  }

  #byte(): number {
    return this.#bytes[this.#at++] ?? 0;
  }

  next(chance: number): 0 | 1 {
    const state = this.#state;
    const middle = divide(state[0] as number, state[1] as number, chance);
    const bit = (state[2] as number) <= middle ? 1 : 0;
    if (bit === 1) state[1] = middle;
    else state[0] = middle + 1;
    while (isSettled(state[0] as number, state[1] as number)) {
      state[0] = (state[0] as number) << 8;
      state[1] = ((state[1] as number) << 8) | 0xff;
      state[2] = ((state[2] as number) << 8) | this.#byte();
    }
    return bit;
  }
}
