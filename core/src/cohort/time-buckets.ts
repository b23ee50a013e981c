import { BEYOND } from './key-table.ts';

/** One time bucket. */
export interface Bucket {
  deliveries: number;
  /** Failures and deferrals by number of the rule: an address counts once per rule. */
  readonly failures: Map<number, number>;
  readonly deferrals: Map<number, number>;
}

/** Counts by time. */
export class TimeBuckets {
  /** Length of a bucket in milliseconds. */
  readonly length: number;
  /** What has no time, or lies in a bucket beyond the limit. */
  untimed = 0;
  readonly #buckets = new Map<number, Bucket>();
  readonly #limit: number;
  readonly #maxSeries: number;
  #series = 0;

  /**
   * @param limit buckets; a hostile input can name any year
   * @param maxSeries pairs of a rule and a bucket; further rules of a bucket are counted together
   */
  constructor(length: number, limit: number, maxSeries: number) {
    this.length = length;
    this.#limit = limit;
    this.#maxSeries = maxSeries;
  }

  addDelivery(at: number | null): void {
    const bucket = this.#at(at);
    if (bucket !== null) bucket.deliveries++;
  }

  addRefusal(at: number | null, kind: 'failures' | 'deferrals', rule: number): void {
    const counts = this.#at(at)?.[kind];
    if (counts === undefined) return;
    const known = counts.get(rule);
    if (known === undefined && ++this.#series > this.#maxSeries) counts.set(BEYOND, (counts.get(BEYOND) ?? 0) + 1);
    else counts.set(rule, (known ?? 0) + 1);
  }

  /** Buckets by number: the start of one is its number times {@link length}. Sorted. */
  all(): [number, Bucket][] {
    return [...this.#buckets].sort(([a], [b]) => a - b);
  }

  #at(at: number | null): Bucket | null {
    const number = at === null ? null : Math.floor(at / this.length);
    let bucket = number === null ? undefined : this.#buckets.get(number);
    if (bucket === undefined) {
      if (number === null || this.#buckets.size >= this.#limit) {
        this.untimed++;
        return null;
      }
      bucket = { deliveries: 0, failures: new Map(), deferrals: new Map() };
      this.#buckets.set(number, bucket);
    }
    return bucket;
  }
}
