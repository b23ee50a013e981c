import type { DnsAnswer, DnsClient, QueryOptions, RecordType } from '@whybounce/core/dns';
import { normalName } from '@whybounce/core/dns';

/**
 * The DNS for one message: asks each question once, as the strict and the lenient reading and the look at each part
 * want the same answers, and puts no more of them once its time is over. A question without an answer is a temporary error.
 */
export class BoundedDns implements DnsClient {
  readonly #dns: DnsClient;
  readonly #answers = new Map<string, Promise<DnsAnswer>>();
  readonly #timer: NodeJS.Timeout;
  readonly #over: Promise<'over'>;

  /** @param milliseconds from now until unanswered questions are given up */
  constructor(dns: DnsClient, milliseconds: number) {
    this.#dns = dns;
    const { promise, resolve } = Promise.withResolvers<'over'>();
    this.#over = promise;
    this.#timer = setTimeout(() => resolve('over'), milliseconds);
  }

  query<T extends RecordType>(name: string, type: T, options?: QueryOptions): Promise<DnsAnswer<T>> {
    const question = `${type} ${normalName(name)} ${JSON.stringify(options ?? {})}`;
    let answer = this.#answers.get(question) as Promise<DnsAnswer<T>> | undefined;
    if (answer === undefined) {
      answer = this.#ask(name, type, options);
      this.#answers.set(question, answer as unknown as Promise<DnsAnswer>);
    }
    return answer;
  }

  /** Ends the timer. */
  close(): void {
    clearTimeout(this.#timer);
  }

  async #ask<T extends RecordType>(name: string, type: T, options?: QueryOptions): Promise<DnsAnswer<T>> {
    const answer = await Promise.race([this.#over, this.#dns.query(name, type, options)]);
    if (answer !== 'over') return answer;
    return {
      name: normalName(name),
      type,
      status: 'timeout',
      records: [],
      ttl: null,
      authenticated: false,
      chain: [],
      server: null,
      detail: 'the time for this message is over',
    };
  }
}
