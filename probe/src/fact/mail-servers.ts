import { isIP } from 'node:net';
import { type DnsAnswer, isDetermined } from '@whybounce/core/dns';
import type { CheckContext } from '../check/context.ts';
import { fact } from './fact.ts';

/** One host that takes the mail of a domain. */
export interface MailServer {
  readonly host: string;
  /** Of the MX record; 0 where the domain itself takes its mail. */
  readonly preference: number;
  readonly a: DnsAnswer<'A'>;
  readonly aaaa: DnsAnswer<'AAAA'>;
  /** Addresses of both families, IPv4 first. */
  readonly addresses: readonly string[];
}

/** Where the mail of a domain goes. */
export interface MailServers {
  readonly answer: DnsAnswer<'MX'>;
  /**
   * - `mx`: by its MX records;
   * - `implicit`: to the domain's own address, as it has no MX (RFC 5321 section 5.1);
   * - `null-mx`: nowhere, by its own word (RFC 7505);
   * - `none`: nowhere; `unknown`: could not be determined.
   */
  readonly route: 'mx' | 'implicit' | 'null-mx' | 'none' | 'unknown';
  /** By preference, then by name; without those of the null MX. */
  readonly servers: readonly MailServer[];
}

/** More MX records than any mail domain has: the rest is not looked up. */
const MAX_MAIL_SERVERS = 20;

/** The mail servers of the subject's domain, or the one server that is checked alone. */
export const mailServers = fact(async (context: CheckContext): Promise<MailServers> => {
  const { subject, dns } = context;
  if (subject.mailServer !== null) {
    const answer: DnsAnswer<'MX'> = { ...NO_QUESTION, name: subject.domain ?? subject.mailServer };
    const server = byAddress(subject.mailServer) ?? (await addressesOf(context, subject.mailServer, 0));
    return { answer, route: 'mx', servers: [server] };
  }
  const domain = subject.domain as string;
  const answer = await dns.query(domain, 'MX');
  if (!isDetermined(answer)) return { answer, route: 'unknown', servers: [] };
  const targets = answer.records.filter(({ exchange }) => exchange !== '.' && exchange !== '');
  if (answer.status === 'found') {
    if (targets.length === 0) return { answer, route: 'null-mx', servers: [] };
    const hosts = new Map<string, number>();
    for (const { exchange, preference } of targets)
      hosts.set(exchange, Math.min(preference, hosts.get(exchange) ?? preference));
    const inOrder = [...hosts].sort(([a, p], [b, q]) => p - q || (a < b ? -1 : 1)).slice(0, MAX_MAIL_SERVERS);
    return {
      answer,
      route: 'mx',
      servers: await Promise.all(inOrder.map(([host, preference]) => addressesOf(context, host, preference))),
    };
  }
  const own = await addressesOf(context, domain, 0);
  if (own.addresses.length > 0) return { answer, route: 'implicit', servers: [own] };
  return { answer, route: isDetermined(own.a) && isDetermined(own.aaaa) ? 'none' : 'unknown', servers: [] };
});

async function addressesOf({ dns }: CheckContext, host: string, preference: number): Promise<MailServer> {
  const [a, aaaa] = await Promise.all([dns.query(host, 'A'), dns.query(host, 'AAAA')]);
  return { host, preference, a, aaaa, addresses: [...a.records, ...aaaa.records] };
}

/** A server that is named by its address, which needs no look-up; null for a name. */
function byAddress(host: string): MailServer | null {
  const family = isIP(host);
  if (family === 0) return null;
  const a: DnsAnswer<'A'> = { ...NO_QUESTION, name: host, type: 'A', records: family === 4 ? [host] : [] };
  const aaaa: DnsAnswer<'AAAA'> = { ...NO_QUESTION, name: host, type: 'AAAA', records: family === 6 ? [host] : [] };
  return { host, preference: 0, a, aaaa, addresses: [host] };
}

const NO_QUESTION = {
  type: 'MX',
  status: 'found',
  records: [],
  ttl: null,
  authenticated: false,
  chain: [],
  server: null,
  detail: 'not asked: one mail server was named',
} as const;
