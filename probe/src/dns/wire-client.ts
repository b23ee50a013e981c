import { randomInt } from 'node:crypto';
import { type DnsAnswer, isDetermined, normalName, type QueryOptions, type RecordType } from '@whybounce/core/dns';
import type { Exchange, ExchangeOutcome } from './exchange/outcome.ts';
import { askOverTcp } from './exchange/tcp.ts';
import { askOverUdp } from './exchange/udp.ts';
import { type FailureStatus, failure } from './failure.ts';
import { interpret, type WireAnswer } from './interpret.ts';
import { formatServer, parseServer, type ServerAddress } from './server-address.ts';
import { Slots } from './slots.ts';
import { MalformedMessage } from './wire/malformed.ts';
import { type MessageHead, readHead, readMessage } from './wire/message.ts';
import { whyNotAsked } from './wire/name.ts';
import { type WireQuestion, writeQuestion } from './wire/question.ts';

/** Questions in flight: a burst of a thousand makes routers, resolvers and the system's buffers drop some. */
const MAX_IN_FLIGHT = 200;
/** Questions that wait for a place, about a kilobyte each: who asks without end must not fill the memory. */
const MAX_WAITING = 20_000;

/** How the servers are asked. */
export interface WireOptions {
  /** Asked in this order; one that answered goes first from then on. */
  readonly servers: readonly ServerAddress[];
  /** Milliseconds for the first try with each server; each further try has twice the time, for zones that are slow. */
  readonly timeout: number;
  /** How often each server is asked at most. */
  readonly tries: number;
  /** Milliseconds for one question with all its tries. */
  readonly deadline: number;
  /** Ask over TCP alone. */
  readonly tcp: boolean;
  /** Whether a question may be sent to this address by its `server` option. */
  mayAsk(ip: string): boolean;
}

type Question<T extends RecordType> = WireQuestion & { readonly type: T };

/** Asks name servers over the network. An answer whose aliases the server did not follow is marked as such. */
export class WireClient {
  readonly #options: WireOptions;
  readonly #slots = new Slots(MAX_IN_FLIGHT, MAX_WAITING);
  readonly #aborts = new Set<() => void>();
  #preferred = 0;
  #closed = false;
  #asked = 0;

  constructor(options: WireOptions) {
    this.#options = options;
  }

  /** Questions that went out so far; tries and transports of one question are not counted apart. */
  get asked(): number {
    return this.#asked;
  }

  async query<T extends RecordType>(name: string, type: T, options: QueryOptions = {}): Promise<WireAnswer<T>> {
    const asked = normalName(name);
    const fail = (status: FailureStatus, detail: string): WireAnswer<T> => failure(asked, type, status, detail);
    const wrong = whyNotAsked(asked);
    if (wrong !== null) return fail('invalid-name', wrong);
    let servers = this.#options.servers;
    if (options.server !== undefined) {
      try {
        servers = [parseServer(options.server)];
      } catch (error) {
        return fail('unreachable', (error as Error).message);
      }
      for (const { ip } of servers)
        if (!this.#options.mayAsk(ip)) return fail('unreachable', `${ip} is no public address, and is not asked.`);
    }
    if (!(await this.#slots.enter()))
      return fail('unreachable', `Not asked: ${MAX_WAITING} other questions wait to be sent.`);
    try {
      if (this.#closed) return fail('unreachable', 'The DNS client was closed.');
      this.#asked++;
      const question = {
        name: asked,
        type,
        recursion: options.server === undefined,
        checkingDisabled: options.checkingDisabled === true,
      };
      return await this.#askAll(question, servers);
    } finally {
      this.#slots.leave();
    }
  }

  /** Ends what is in flight with `unreachable`, as all that is asked from now on. */
  close(): void {
    this.#closed = true;
    for (const abort of [...this.#aborts]) abort();
  }

  async #askAll<T extends RecordType>(
    question: Question<T>,
    servers: readonly ServerAddress[],
  ): Promise<WireAnswer<T>> {
    const until = performance.now() + this.#options.deadline;
    const first = question.recursion ? this.#preferred : 0;
    const answered = new Set<ServerAddress>();
    let best: WireAnswer<T> | null = null;
    for (let turn = 0; turn < servers.length * this.#options.tries; turn++) {
      const index = (first + turn) % servers.length;
      const server = servers[index];
      // who said no says it again
      if (server === undefined || answered.has(server)) continue;
      const left = until - performance.now();
      if (left <= 0 || this.#closed) break;
      const timeout = this.#options.timeout * 2 ** Math.floor(turn / servers.length);
      const answer = await this.#ask(question, server, Math.min(timeout, left), left);
      if (isDetermined(answer)) {
        if (question.recursion) this.#preferred = index;
        return answer;
      }
      if (weight[answer.status] >= weight['not-implemented']) answered.add(server);
      if (best === null || weight[answer.status] > weight[best.status]) best = answer;
    }
    return best ?? failure(question.name, question.type, 'unreachable', 'There is no name server to ask.');
  }

  /** Asks one server: by UDP, without EDNS where it cannot read that, by TCP where the answer was cut. */
  async #ask<T extends RecordType>(
    question: Question<T>,
    server: ServerAddress,
    each: number,
    left: number,
  ): Promise<WireAnswer<T>> {
    const until = performance.now() + left;
    const name = formatServer(server);
    const fail = (status: FailureStatus, detail: string): DnsAnswer<T> =>
      failure(question.name, question.type, status, detail, name);
    let edns = true;
    let overTcp = this.#options.tcp;
    let prefix = '';
    for (;;) {
      const timeout = Math.min(each, until - performance.now());
      const { outcome, head } = await this.#exchange(question, server, { edns, overTcp, timeout });
      if (outcome.message === null) return fail(outcome.status, prefix + outcome.detail);
      if (head === null) return fail('malformed', 'The answer cannot be read.');
      if (head.truncated && !overTcp) {
        overTcp = true;
        prefix = 'The answer does not fit into UDP, and over TCP: ';
        continue;
      }
      try {
        const message = readMessage(outcome.message, head);
        if (edns && !message.edns && doesNotKnowEdns.has(message.responseCode)) {
          edns = false;
          continue;
        }
        return interpret(question, message, name);
      } catch (error) {
        if (!(error instanceof MalformedMessage)) throw error;
        return fail('malformed', `The answer cannot be read: ${error.message}.`);
      }
    }
  }

  async #exchange(
    question: WireQuestion,
    server: ServerAddress,
    { edns, overTcp, timeout }: { edns: boolean; overTcp: boolean; timeout: number },
  ): Promise<{ outcome: ExchangeOutcome; head: MessageHead | null }> {
    const id = randomInt(0x10000);
    let head: MessageHead | null = null;
    const exchange: Exchange = {
      server,
      message: writeQuestion(question, id, edns),
      fits: (message) => {
        head = readHead(message, question, id);
        return head !== null;
      },
      timeout: Math.max(1, timeout),
      onAbort: (abort) => {
        this.#aborts.add(abort);
        return () => this.#aborts.delete(abort);
      },
    };
    const outcome = await (overTcp ? askOverTcp(exchange) : askOverUdp(exchange));
    return { outcome, head };
  }
}

/** FORMERR and NOTIMP: what servers older than EDNS say to it (RFC 6891 section 7). */
const doesNotKnowEdns: ReadonlySet<number> = new Set([1, 4]);

/** Which of several failures tells most: what a server said before what was not to be heard. */
const weight: Readonly<Record<DnsAnswer['status'], number>> = {
  found: 10,
  'no-data': 10,
  'no-domain': 10,
  servfail: 7,
  refused: 6,
  'not-implemented': 5,
  malformed: 4,
  timeout: 3,
  unreachable: 2,
  'over-budget': 1,
  'invalid-name': 0,
};
