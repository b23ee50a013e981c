import type { DnsAnswer } from '../../dns/index.ts';
import { type IpAddress, reverseName } from '../ip/index.ts';
import type { AskedDns } from './asked-dns.ts';
import { holdsClient } from './evaluation.ts';

/**
 * The names that a client's address has and that lead back to it (RFC 7208 section 5.5), in the order of the answer.
 * Whoever holds the address writes its PTR records, so that only the forward answer proves a name.
 */
export interface ClientNames {
  readonly ptr: DnsAnswer<'PTR'>;
  readonly validated: readonly string[];
}

/**
 * @param limit how many names are looked at; the others are ignored
 * @param wanted which names are of interest: others are not asked for
 */
export async function askClientNames(
  dns: AskedDns,
  ip: IpAddress,
  limit: number,
  wanted: (name: string) => boolean = () => true,
): Promise<ClientNames> {
  const ptr = await dns.query(reverseName(ip), 'PTR');
  const names = [...new Set(ptr.records.slice(0, limit).map((name) => name.toLowerCase()))].filter(wanted);
  const own = await Promise.all(
    names.map(async (name) => {
      const { records } = await (ip.family === 4 ? dns.query(name, 'A') : dns.query(name, 'AAAA'));
      return holdsClient(records, ip, null);
    }),
  );
  return { ptr, validated: names.filter((_, place) => own[place]) };
}
