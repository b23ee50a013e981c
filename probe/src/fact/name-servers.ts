import type { DnsAnswer } from '@whybounce/core/dns';
import { isDetermined } from '@whybounce/core/dns';
import type { CheckContext } from '../check/context.ts';
import { fact } from './fact.ts';
import { type ZoneOfDomain, zoneOfDomain } from './zone-of-domain.ts';

/** One name server of a zone, and what it says when it is asked itself. */
export interface NameServer {
  readonly host: string;
  /**
   * - `answers`: with authority;
   * - `lame`: it answers, and does not serve the zone (RFC 1912 section 2.8);
   * - `no-address`: its name has none; `silent`: no usable answer; `unknown`: its address could not be found out.
   */
  readonly state: 'answers' | 'lame' | 'no-address' | 'silent' | 'unknown';
  /** The addresses of one family: IPv6 only where there is no IPv4. */
  readonly addresses: readonly string[];
  /** What its first address said; null where it was not asked. */
  readonly soa: DnsAnswer<'SOA'> | null;
  /** The look-up of its address. */
  readonly looked: DnsAnswer;
}

/** The name servers of the subject's zone. */
export interface NameServers extends ZoneOfDomain {
  /** In the order of their names, those first that the parent alone names. */
  readonly servers: readonly NameServer[];
  /** Names of those that were not asked, as there are so many. */
  readonly unasked: readonly string[];
}

/** Each costs two queries here and more in the comparison; more are rare, and a fault shows among the first. */
const MAX_NAME_SERVERS = 4;

/** Asks each name server of the zone for its SOA record, without recursion. */
export const nameServers = fact(async (context: CheckContext): Promise<NameServers> => {
  const { zone, ns } = await zoneOfDomain(context);
  if (zone === null) return { zone, ns, servers: [], unasked: [] };
  // what the parent names and the zone does not is what a move left behind: resolvers start there all the same
  const onlyAbove = (await delegatedTo(context, zone)).filter((host) => !ns.records.includes(host));
  const hosts = [...new Set([...onlyAbove.sort(), ...[...ns.records].sort()])];
  const servers = await Promise.all(hosts.slice(0, MAX_NAME_SERVERS).map((host) => askServer(context, zone, host)));
  return { zone, ns, servers, unasked: hosts.slice(MAX_NAME_SERVERS) };
});

/** The name servers that the zone above names (RFC 1034 section 4.2.1); empty where it did not tell. */
async function delegatedTo({ dns }: CheckContext, zone: string): Promise<string[]> {
  const above = await dns.query(zone.slice(zone.indexOf('.') + 1), 'NS');
  const [host] = [...above.records].sort();
  if (host === undefined) return [];
  const [server] = (await dns.query(host, 'A')).records;
  return server === undefined ? [] : [...(await dns.query(zone, 'NS', { server })).records];
}

async function askServer({ dns }: CheckContext, zone: string, host: string): Promise<NameServer> {
  const a = await dns.query(host, 'A');
  const looked = isDetermined(a) && a.records.length === 0 ? await dns.query(host, 'AAAA') : a;
  const [server] = looked.records;
  if (server === undefined)
    return { host, state: isDetermined(looked) ? 'no-address' : 'unknown', addresses: [], soa: null, looked };
  const soa = await dns.query(zone, 'SOA', { server });
  return { host, state: stateOf(soa), addresses: looked.records, soa, looked };
}

function stateOf({ status, authoritative }: DnsAnswer): NameServer['state'] {
  if (status === 'found') return authoritative === false ? 'lame' : 'answers';
  if (status === 'timeout' || status === 'unreachable' || status === 'malformed') return 'silent';
  return status === 'over-budget' || status === 'invalid-name' ? 'unknown' : 'lame';
}
