import type { DnsClient } from '@whybounce/core/dns';
import { isPublicAddress } from '../address-guard.ts';
import { followingAliases } from './aliases.ts';
import type { MeteredDns } from './budget.ts';
import { cachingDns } from './caching.ts';
import { formatServer, parseServer } from './server-address.ts';
import { systemResolvers } from './system-resolvers.ts';
import { WireClient } from './wire-client.ts';

/** How the DNS is asked; what is left out has a default. */
export interface DnsOptions {
  /**
   * Resolvers as `parseServer` reads them, by default those of the machine. The operator's choice: never take
   * them from a remote client, who could make this machine send packets anywhere, and answer its own checks.
   */
  readonly servers?: readonly string[] | undefined;
  /** Milliseconds for the first try with each resolver: 2,000; each further try has twice the time. */
  readonly timeout?: number | undefined;
  /** How often each resolver is asked at most: 2. */
  readonly tries?: number | undefined;
  /** Milliseconds for one question with all its tries: 6,000. */
  readonly deadline?: number | undefined;
  /** Ask over TCP alone: where UDP does not get through. */
  readonly tcp?: boolean | undefined;
  /**
   * Whether the `server` option of a question may name this address. By default public addresses alone: a
   * hostile zone can name 127.0.0.1 as its name server, and have this machine's own network asked.
   */
  readonly mayAsk?: ((ip: string) => boolean) | undefined;
  /** The time in milliseconds, for the cache. */
  readonly now?: (() => number) | undefined;
}

/** The DNS as the program has it: one for all checks, each of which takes its part by `budgetedDns`. */
export interface Dns extends MeteredDns {
  /** The resolvers, as address and port. */
  readonly servers: readonly string[];
  /** Questions that went out so far. */
  readonly asked: number;
  /** Ends what is in flight and closes all sockets. */
  close(): void;
}

const TIMEOUT = 2_000;
const TRIES = 2;
const DEADLINE = 6_000;

/**
 * Puts the client together: network, cache with single flight, aliases. Throws a RangeError that says what
 * to write where there is no resolver, or an address or a number is no such thing.
 */
export function createDns(options: DnsOptions = {}): Dns {
  const { servers: named, problem } = options.servers === undefined ? systemResolvers() : chosen(options.servers);
  if (problem !== null) throw new RangeError(problem);
  const servers = named.map(parseServer);
  const wire = new WireClient({
    servers,
    timeout: positive('timeout', options.timeout, TIMEOUT),
    tries: positive('tries', options.tries, TRIES),
    deadline: positive('deadline', options.deadline, DEADLINE),
    tcp: options.tcp === true,
    mayAsk: options.mayAsk ?? isPublicAddress,
  });
  const cache = cachingDns(wire, { now: options.now });
  const all: DnsClient = followingAliases(cache);
  return {
    servers: servers.map(formatServer),
    get asked() {
      return wire.asked;
    },
    query: (name, type, options) => all.query(name, type, options),
    metered: (admits) => followingAliases(cache.metered(admits)),
    close: () => wire.close(),
  };
}

function chosen(servers: readonly string[]): { servers: readonly string[]; problem: string | null } {
  return {
    servers,
    problem:
      servers.length > 0 ? null : 'No DNS resolver is named: name one, such as 192.0.2.53, or leave the option out.',
  };
}

function positive(option: string, value: number | undefined, preset: number): number {
  if (value === undefined) return preset;
  if (!(value >= 1 && Number.isSafeInteger(value)))
    throw new RangeError(`The DNS option ${option} is ${value}: it is a whole number from 1.`);
  return value;
}
