/**
 * What was seen at a place: the last seven bits, the newest lowest, with a 1 before them; 0 for nothing.
 * Followed by {@link nextHistory}.
 */
export const HISTORIES = 256;

/** The history that becomes of one when a bit comes: at `history << 1 | bit`. */
export const nextHistory = Uint8Array.from({ length: 2 * HISTORIES }, (_, i) => {
  if (i < 2) return 2 | i;
  return i < HISTORIES ? i : 128 | (i & 127);
});

/** Bits of a chance that is learnt: of 2^22 times how many bits are ones. */
export const CHANCE_BITS = 22;

/** For each history the share of ones in it, drawn a little towards one half: what is thought before it is known. */
export function firstChances(): Int32Array {
  return Int32Array.from({ length: HISTORIES }, (_, history) => {
    let ones = 0;
    let seen = 0;
    for (let rest = history; rest > 1; rest >>= 1) {
      ones += rest & 1;
      seen++;
    }
    return ((ones + 0.4) / (seen + 0.8)) * 2 ** CHANCE_BITS;
  });
}
