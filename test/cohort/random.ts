/** Random numbers that are the same in every run: mulberry32, 32 bits of state. */
export class Random {
  #state: number;

  constructor(seed: number) {
    // Seeds that stand side by side must not give like numbers.
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
    for (let i = 0; i < 4; i++) this.next();
  }

  /** From 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)] as T;
  }

  /** The number of an item, by weights. */
  weighted(weights: readonly number[]): number {
    let rest = this.next() * weights.reduce((a, b) => a + b, 0);
    for (const [i, weight] of weights.entries()) {
      rest -= weight;
      if (rest < 0) return i;
    }
    return weights.length - 1;
  }

  /** A number between two others that are orders of magnitude apart, each order alike. */
  scale(low: number, high: number): number {
    return low * (high / low) ** this.next();
  }

  /** A Poisson count: products of uniforms for small means (Knuth), sums of halves for large ones. */
  poisson(mean: number): number {
    if (mean > 30) {
      const half = Math.floor(mean / 2);
      return this.poisson(half) + this.poisson(mean - half);
    }
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count++;
    return count;
  }

  shuffle<T>(items: T[]): T[] {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.whole(0, i);
      [items[i], items[j]] = [items[j] as T, items[i] as T];
    }
    return items;
  }
}
