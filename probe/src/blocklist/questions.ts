import type { DnsAnswer, DnsClient } from '@whybounce/core/dns';
import { isDetermined } from '@whybounce/core/dns';

/** Questions to lists that one client may put: a message with ten thousand links must not become a flood at their servers. */
const MAX_QUESTIONS = 2_000;
/** Questions under way at once: more, and a home router drops some, which would look like lists that do not answer. */
const MAX_AT_ONCE = 16;
/** Answers kept: a client that lives long must not grow without end. */
const MAX_KEPT = 10_000;
/** Seconds for which an answer without a TTL, and one that determined nothing, is kept; and for which any is at most. */
const [KEPT_WITHOUT_TTL, KEPT_UNDETERMINED, KEPT_AT_MOST] = [300, 30, 86_400];

type ListType = 'A' | 'TXT';

/**
 * Puts questions to lists: each once for as long as its answer holds, few at a time, and only so many in all.
 * The budget is this object's own, apart from what a check may ask the DNS.
 */
export class ListQuestions {
  readonly #dns: DnsClient;
  readonly #now: () => number;
  readonly #kept = new Map<string, { until: number; readonly answer: Promise<DnsAnswer> }>();
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;
  #left = MAX_QUESTIONS;

  /** @param now milliseconds since 1970, for the TTLs */
  constructor(dns: DnsClient, now: () => number) {
    this.#dns = dns;
    this.#now = now;
  }

  async ask<T extends ListType>(name: string, type: T): Promise<DnsAnswer<T>> {
    const key = `${type} ${name}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.until > this.#now()) return kept.answer as Promise<DnsAnswer<T>>;
    const answer = this.#put(name, type);
    // until it has come it is kept too: the same test point is wanted by many at once
    const entry = { until: Number.POSITIVE_INFINITY, answer: answer as Promise<DnsAnswer> };
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    const [oldest] = this.#kept.size > MAX_KEPT ? this.#kept.keys() : [];
    if (oldest !== undefined) this.#kept.delete(oldest);
    const come = await answer;
    entry.until = this.#now() + 1_000 * secondsToKeep(come);
    return come;
  }

  async #put<T extends ListType>(name: string, type: T): Promise<DnsAnswer<T>> {
    if (this.#left === 0) return overBudget(name, type);
    this.#left -= 1;
    if (this.#underWay >= MAX_AT_ONCE) await new Promise<void>((free) => this.#waiting.push(free));
    else this.#underWay += 1;
    try {
      return await this.#dns.query(name, type);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#underWay -= 1;
      else next();
    }
  }
}

function secondsToKeep(answer: DnsAnswer): number {
  if (!isDetermined(answer)) return KEPT_UNDETERMINED;
  return Math.min(answer.ttl ?? KEPT_WITHOUT_TTL, KEPT_AT_MOST);
}

function overBudget<T extends ListType>(name: string, type: T): DnsAnswer<T> {
  return {
    name,
    type,
    status: 'over-budget',
    records: [],
    ttl: null,
    authenticated: false,
    chain: [],
    server: null,
    detail: null,
  };
}
