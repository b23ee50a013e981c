import type { DnsAnswer, DnsClient, RecordType } from '../../dns/index.ts';
import { isAskable } from './name.ts';

/**
 * Asks each question once, and no more questions than allowed. Both serve the servers that are asked: records that
 * include each other a thousand times must not make an analysis a flood.
 */
export class AskedDns {
  readonly #dns: DnsClient;
  readonly #limit: number;
  readonly #answers = new Map<string, Promise<DnsAnswer>>();
  /** Questions that were put. */
  queries = 0;
  /** Whether a question was not put, as there were too many. */
  cutOff = false;

  constructor(dns: DnsClient, limit: number) {
    this.#dns = dns;
    this.#limit = limit;
  }

  query<T extends RecordType>(name: string, type: T): Promise<DnsAnswer<T>> {
    if (!isAskable(name)) return Promise.resolve(unasked(name, type, 'invalid-name'));
    const key = `${type} ${name}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known as unknown as Promise<DnsAnswer<T>>;
    if (this.queries >= this.#limit) {
      this.cutOff = true;
      return Promise.resolve(unasked(name, type, 'over-budget'));
    }
    this.queries += 1;
    const answer = this.#dns.query(name, type);
    this.#answers.set(key, answer as unknown as Promise<DnsAnswer>);
    return answer;
  }
}

function unasked<T extends RecordType>(name: string, type: T, status: 'invalid-name' | 'over-budget'): DnsAnswer<T> {
  return { name, type, status, records: [], ttl: null, authenticated: false, chain: [], server: null, detail: null };
}
