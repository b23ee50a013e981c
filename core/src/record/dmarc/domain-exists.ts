import { type DnsClient, isDetermined } from '../../dns/index.ts';

/**
 * Whether a domain exists in the sense of RFC 9989 section 3.2.13 and RFC 8020: any answer but NXDOMAIN, be it without
 * records. An alias exists although its target may not. Null where it could not be determined.
 */
export async function domainExists(domain: string, dns: DnsClient): Promise<boolean | null> {
  const answer = await dns.query(domain, 'A');
  if (answer.status === 'invalid-name') return false;
  if (!isDetermined(answer)) return null;
  return answer.status !== 'no-domain' || answer.chain.length > 0;
}
