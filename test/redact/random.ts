/** A source of chance that is the same in every run. */
export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  of<T>(items: readonly T[]): T;
  /** Whether something with this probability happens. */
  is(probability: number): boolean;
  /** A string of signs taken from an alphabet. */
  signs(alphabet: string, length: number): string;
}

/** mulberry32 */
export function chanceOf(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    of: (items) => items[between(0, items.length - 1)] as (typeof items)[number],
    is: (probability) => next() < probability,
    signs: (alphabet, length) =>
      Array.from({ length }, () => alphabet[between(0, alphabet.length - 1)] as string).join(''),
  };
}
