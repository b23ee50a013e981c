import { type DnsAnswer, type DnsClient, normalName, type QueryOptions, type RecordType } from '@whybounce/core/dns';
import { lowerFirst } from '../letter-case.ts';
import { failure } from './failure.ts';

/** What one check may cost the DNS. */
export interface Budget {
  /** Questions; by default 64. */
  readonly queries?: number | undefined;
  /** Milliseconds from the making of the client; by default 10,000. */
  readonly milliseconds?: number | undefined;
  /**
   * What the check is of, such as `domain example.com`: checks of the same that begin within these milliseconds
   * share one budget. They ask the same, but side by side not in the same order, and each would count other questions.
   */
  readonly sharedBy?: string | undefined;
}

/** A client for one check. */
export interface BudgetedDns extends DnsClient {
  /** Different questions so far. */
  readonly asked: number;
}

/** A client that numbers its questions. */
export interface MeteredDns extends DnsClient {
  /** See `CachingDns.metered`. */
  metered(admits: (asking: number) => boolean): DnsClient;
}

/** A zone can name thousands of others: SPF alone, before its own limit is applied (RFC 7208 section 11.1). */
const QUERIES = 64;
const MILLISECONDS = 10_000;

/**
 * A client for one check, which asks no more than the budget allows: beyond it every answer is `over-budget`, and
 * what is still in flight when the time ends becomes a `timeout`.
 *
 * The layers, from below: client, cache with single flight, budget. A question counts once in a check, though it is
 * asked by several of its parts, sent again, or sent over TCP. It counts too where the cache holds the answer or
 * another check waits for it. Were those free, each of a thousand checks of a hostile domain would walk 64 questions
 * further than the one before, and what a check says would depend on who asked before. With `sharedBy` a thousand
 * checks at once have asked 64 questions together, in whatever order; without it, where they ask in the same order.
 */
export function budgetedDns(
  client: DnsClient | MeteredDns,
  { queries = QUERIES, milliseconds = MILLISECONDS, sharedBy }: Budget = {},
): BudgetedDns {
  const until = performance.now() + milliseconds;
  let over = false;
  const metered = 'metered' in client;
  const paid = metered && sharedBy !== undefined ? ledgerOf(client, sharedBy, until) : new Set<number>();
  const own = new Set<number>();
  const admits = (asking: number): boolean => {
    if (!paid.has(asking) && paid.size >= queries) return false;
    paid.add(asking);
    own.add(asking);
    return true;
  };
  const asks = metered ? client.metered(admits) : counting(client, admits);
  return {
    get asked() {
      return own.size;
    },
    async query<T extends RecordType>(name: string, type: T, options?: QueryOptions): Promise<DnsAnswer<T>> {
      const left = until - performance.now();
      const used = `The ${milliseconds / 1000} seconds that the check has for the DNS were used up.`;
      const asked = normalName(name);
      if (over || left <= 0) return failure(asked, type, 'over-budget', `Not asked: ${lowerFirst(used)}`);
      return within(left, asks.query(name, type, options), () => {
        over = true;
        return failure(asked, type, 'timeout', used);
      });
    },
  };
}

/** The questions that checks of the same have paid for, by what they are of. */
const ledgers = new WeakMap<MeteredDns, Map<string, { readonly paid: Set<number>; readonly until: number }>>();

function ledgerOf(client: MeteredDns, sharedBy: string, until: number): Set<number> {
  const own = ledgers.get(client) ?? new Map<string, { readonly paid: Set<number>; readonly until: number }>();
  ledgers.set(client, own);
  const now = performance.now();
  for (const [name, ledger] of own) {
    if (ledger.until > now) break;
    own.delete(name);
  }
  const known = own.get(sharedBy);
  if (known !== undefined && known.until > now) return known.paid;
  const ledger = { paid: new Set<number>(), until };
  // at the end of the list, which is in the order of time
  own.delete(sharedBy);
  own.set(sharedBy, ledger);
  return ledger.paid;
}

/** Numbers the questions of a client that does not. */
function counting(client: DnsClient, admits: (asking: number) => boolean): DnsClient {
  let asking = 0;
  return {
    query: async (name, type, options) =>
      admits(++asking)
        ? client.query(name, type, options)
        : failure(normalName(name), type, 'over-budget', 'Not asked: the check had used up its DNS questions.'),
  };
}

function within<T>(milliseconds: number, promise: Promise<T>, late: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(late()), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
