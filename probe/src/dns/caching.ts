import {
  type DnsAnswer,
  type DnsClient,
  isDetermined,
  normalName,
  type QueryOptions,
  type RecordType,
} from '@whybounce/core/dns';
import { failure } from './failure.ts';
import { questionKey } from './question-key.ts';

/** Seconds that an answer is kept at least: a TTL of 0 must not make every check of one domain ask anew. */
const FLOOR = 5;
/** Seconds at most, whatever its TTL says: who has just repaired a record wants to see that. */
const CEILING = 300;
/** Seconds that an absence is kept at most, and where nothing tells: what was missing is added and looked for again. */
const ABSENCE_CEILING = 60;
/** Seconds that a failure is kept: enough that many checks at once do not all wait for a dead server. */
const FAILURE = 5;
/** Answers that are kept; the one that was asked for longest ago goes first. */
const MAX_ENTRIES = 10_000;
/** Octets of records that are kept in all: a hostile zone can fill 64 KB with each answer. */
const MAX_OCTETS = 32 * 1024 * 1024;

/** What a cache needs. */
export interface CacheOptions {
  /** The time in milliseconds; by default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

interface Entry {
  readonly answer: DnsAnswer;
  /** Which question to the client it came from, counted from 1. */
  readonly asking: number;
  readonly since: number;
  readonly until: number;
  readonly octets: number;
}

interface Flight {
  readonly answer: Promise<DnsAnswer>;
  readonly asking: number;
}

/**
 * A client that remembers answers as long as they hold, and asks the same question once however many wait
 * for its answer.
 *
 * It numbers what it asks, and remembers the number with the answer, so that a budget (see `budgetedDns`) can
 * count by `metered`.
 */
export class CachingDns implements DnsClient {
  readonly #client: DnsClient;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  readonly #flights = new Map<string, Flight>();
  #octets = 0;
  #asked = 0;

  constructor(client: DnsClient, { now = Date.now }: CacheOptions = {}) {
    this.#client = client;
    this.#now = now;
  }

  /** Questions that went to the client below. */
  get asked(): number {
    return this.#asked;
  }

  query<T extends RecordType>(name: string, type: T, options?: QueryOptions): Promise<DnsAnswer<T>> {
    return this.#query(name, type, options, () => true);
  }

  /**
   * The same cache for one budget.
   *
   * @param admits whether the budget pays for the question of this number, be its answer known, under way or still
   *   to be asked for; a question that is asked again after its answer ran out has another number
   */
  metered(admits: (asking: number) => boolean): DnsClient {
    return { query: (name, type, options) => this.#query(name, type, options, admits) };
  }

  async #query<T extends RecordType>(
    name: string,
    type: T,
    options: QueryOptions | undefined,
    admits: (asking: number) => boolean,
  ): Promise<DnsAnswer<T>> {
    const asked = normalName(name);
    const key = questionKey(asked, type, options);
    const known = this.#recall(key) ?? this.#flights.get(key);
    if (!admits(known?.asking ?? this.#asked + 1)) return overBudget(asked, type);
    const answer = await (known ?? this.#ask(key, asked, type, options)).answer;
    // the key holds the type
    return answer as DnsAnswer<T>;
  }

  #ask(key: string, name: string, type: RecordType, options: QueryOptions | undefined): Flight {
    const asking = ++this.#asked;
    const flight = {
      asking,
      answer: this.#client.query(name, type, options).then(
        (answer) => {
          this.#flights.delete(key);
          this.#keep(key, answer, asking);
          return answer;
        },
        (error) => {
          this.#flights.delete(key);
          throw error;
        },
      ),
    };
    this.#flights.set(key, flight);
    return flight;
  }

  #recall(key: string): { answer: DnsAnswer; asking: number } | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    const now = this.#now();
    this.#forget(key, entry);
    // a clock that was set back must not keep an answer for ever
    if (now >= entry.until || now < entry.since) return undefined;
    this.#entries.set(key, entry);
    this.#octets += entry.octets;
    const { answer, asking } = entry;
    const age = Math.floor((now - entry.since) / 1000);
    return { asking, answer: answer.ttl === null ? answer : { ...answer, ttl: Math.max(0, answer.ttl - age) } };
  }

  #keep(key: string, answer: DnsAnswer, asking: number): void {
    const seconds = holdsFor(answer);
    if (seconds === 0) return;
    const since = this.#now();
    const octets = JSON.stringify(answer).length;
    const old = this.#entries.get(key);
    if (old !== undefined) this.#forget(key, old);
    this.#entries.set(key, { answer, asking, since, until: since + 1000 * seconds, octets });
    this.#octets += octets;
    for (const [oldest, entry] of this.#entries) {
      if (this.#entries.size <= MAX_ENTRIES && this.#octets <= MAX_OCTETS) break;
      this.#forget(oldest, entry);
    }
  }

  #forget(key: string, entry: Entry): void {
    this.#entries.delete(key);
    this.#octets -= entry.octets;
  }
}

/** @param client asked for what is not known */
export function cachingDns(client: DnsClient, options?: CacheOptions): CachingDns {
  return new CachingDns(client, options);
}

/** Seconds. */
function holdsFor(answer: DnsAnswer): number {
  if (answer.status === 'over-budget' || answer.status === 'invalid-name') return 0;
  if (!isDetermined(answer)) return FAILURE;
  const ceiling = answer.status === 'found' ? CEILING : ABSENCE_CEILING;
  return Math.min(Math.max(answer.ttl ?? ceiling, FLOOR), ceiling);
}

function overBudget<T extends RecordType>(name: string, type: T): DnsAnswer<T> {
  return failure(name, type, 'over-budget', 'Not asked: the check had used up its DNS questions.');
}
