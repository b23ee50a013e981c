import { dimensions } from './outcome.ts';

const WIDTH = dimensions.length;
/** Counts that a cell has, in the order of their columns. */
export const counters = ['deliveries', 'failures', 'distinct', 'addresses', 'deferrals', 'complaints'] as const;

/** One count of a cell. */
export type Counter = (typeof counters)[number];

const FIRST_SIZE = 1_024;

/**
 * Cells by the numbers of their keys: a hash table with open addressing in typed arrays. A large log has
 * a hundred thousand cells, which as objects would make the whole heap several times as large.
 */
export class CellTable {
  #size = 0;
  #keys = new Uint32Array(FIRST_SIZE * WIDTH);
  #counts = new Uint32Array(FIRST_SIZE * counters.length);
  #firstFailures = new Float64Array(FIRST_SIZE).fill(Number.NaN);
  /** Place + 1 of a cell; 0 is free. Twice as many as there is room for cells. */
  #slots = new Uint32Array(2 * FIRST_SIZE);

  get size(): number {
    return this.#size;
  }

  /** The place of a cell; -1 where there is none yet. */
  find(keys: readonly number[]): number {
    return (this.#slots[this.#slotOf(keys)] as number) - 1;
  }

  /** Makes a cell and returns its place. */
  add(keys: readonly number[]): number {
    if (this.#size === this.#firstFailures.length) this.#grow();
    const place = this.#size++;
    this.#keys.set(keys, place * WIDTH);
    this.#slots[this.#slotOf(keys)] = place + 1;
    return place;
  }

  increment(place: number, counter: Counter): void {
    const i = place * counters.length + counters.indexOf(counter);
    this.#counts[i] = (this.#counts[i] as number) + 1;
  }

  count(place: number, counter: Counter): number {
    return this.#counts[place * counters.length + counters.indexOf(counter)] as number;
  }

  keys(place: number): number[] {
    return [...this.#keys.subarray(place * WIDTH, (place + 1) * WIDTH)];
  }

  /** Notes the time of a failure. */
  failedAt(place: number, at: number): void {
    const known = this.#firstFailures[place] as number;
    if (!(known <= at)) this.#firstFailures[place] = at;
  }

  firstFailure(place: number): number | null {
    const at = this.#firstFailures[place] as number;
    return Number.isNaN(at) ? null : at;
  }

  /** Where a cell stands in the slots, or would stand. */
  #slotOf(keys: readonly number[]): number {
    const mask = this.#slots.length - 1;
    let hash = 0x811c9dc5;
    for (const key of keys) hash = Math.imul(hash ^ key, 0x01000193) ^ (hash >>> 15);
    for (let slot = (hash ^ (hash >>> 13)) & mask; ; slot = (slot + 1) & mask) {
      const place = (this.#slots[slot] as number) - 1;
      if (place < 0 || this.#isAt(place, keys)) return slot;
    }
  }

  #isAt(place: number, keys: readonly number[]): boolean {
    for (let i = 0; i < WIDTH; i++) if (this.#keys[place * WIDTH + i] !== keys[i]) return false;
    return true;
  }

  #grow(): void {
    const room = 2 * this.#firstFailures.length;
    this.#keys = grown(this.#keys, new Uint32Array(room * WIDTH));
    this.#counts = grown(this.#counts, new Uint32Array(room * counters.length));
    this.#firstFailures = grown(this.#firstFailures, new Float64Array(room).fill(Number.NaN));
    this.#slots = new Uint32Array(2 * room);
    for (let place = 0; place < this.#size; place++) this.#slots[this.#slotOf(this.keys(place))] = place + 1;
  }
}

function grown<Numbers extends Uint32Array | Float64Array>(old: Numbers, roomier: Numbers): Numbers {
  roomier.set(old);
  return roomier;
}
