import { type DnsClient, isDetermined } from '../../dns/index.ts';

/** Mail servers whose addresses are looked up; no domain has so many. */
const MAX_HOSTS = 20;

/** Mail servers by whether mail can get to them at all. */
export interface MxReach {
  /** Those that a policy should name: they have an address, or it could not be told whether they do. */
  readonly named: readonly string[];
  /** Those without an A or AAAA record. */
  readonly dead: readonly string[];
  /** Those of `named` that could not be looked up, or were not, as there are too many. */
  readonly unknown: readonly string[];
}

/** Looks up whether mail servers have an address (RFC 5321 section 5.1). */
export async function mxReach(hosts: readonly string[], dns: DnsClient): Promise<MxReach> {
  const states = await Promise.all(hosts.map((host, index) => (index < MAX_HOSTS ? stateOf(host, dns) : 'unknown')));
  const those = (...wanted: readonly (typeof states)[number][]): string[] =>
    hosts.filter((_, index) => wanted.includes(states[index] ?? 'unknown'));
  return { named: those('alive', 'unknown'), dead: those('dead'), unknown: those('unknown') };
}

async function stateOf(host: string, dns: DnsClient): Promise<'alive' | 'dead' | 'unknown'> {
  const answers = await Promise.all([dns.query(host, 'A'), dns.query(host, 'AAAA')]);
  if (answers.some(({ records }) => records.length > 0)) return 'alive';
  // one answer is not enough: the other may have held the address
  return answers.every((answer) => isDetermined(answer) || answer.status === 'invalid-name') ? 'dead' : 'unknown';
}
