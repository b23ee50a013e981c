/** How often each client may do something. */
export interface Pace {
  /** Tokens that come back each second. */
  readonly perSecond: number;
  /** Tokens that a client has at most, so that a person may do some things at once. */
  readonly burst: number;
}

/** Clients that are remembered; the one seen longest ago is forgotten, and begins anew with a full bucket. */
const MAX_CLIENTS = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** Gives each client a number of tokens that come back with time. */
export class TokenBuckets {
  readonly #pace: Pace;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  /** @param now milliseconds that only ever rise */
  constructor(pace: Pace, now: () => number = () => performance.now()) {
    this.#pace = pace;
    this.#now = now;
  }

  /** Takes a token; false where the client has none left. */
  take(client: string): boolean {
    const { perSecond, burst } = this.#pace;
    const now = this.#now();
    const bucket = this.#buckets.get(client) ?? { tokens: burst, at: now };
    this.#buckets.delete(client);
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    this.#buckets.set(client, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MAX_CLIENTS && oldest !== undefined) this.#buckets.delete(oldest);
    if (bucket.tokens < 1) return false;
    bucket.tokens--;
    return true;
  }
}
