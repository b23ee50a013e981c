import { type DnsAnswer, isDetermined } from '@whybounce/core/dns';
import type { CheckContext } from '../check/context.ts';
import { fact } from './fact.ts';
import { zoneOfDomain } from './zone-of-domain.ts';

/** What the DNS says of the signatures of the subject's zone. */
export interface SignedZone {
  readonly zone: string;
  readonly soa: DnsAnswer<'SOA'>;
  /** What the parent vouches for; null where the answer is signed and valid, so that nobody needs to ask. */
  readonly ds: DnsAnswer<'DS'> | null;
}

/** Whether the zone of the subject's domain is signed and held valid; the domain itself where the zone is not known. */
export const signedZone = fact(async (context: CheckContext): Promise<SignedZone> => {
  const { zone: known } = await zoneOfDomain(context);
  const zone = known ?? (context.subject.domain as string);
  const soa = await context.dns.query(zone, 'SOA');
  const isVouchedFor = soa.authenticated && isDetermined(soa);
  return { zone, soa, ds: isVouchedFor ? null : await context.dns.query(zone, 'DS') };
});

/**
 * Whether the resolver checks signatures: the root has been signed since 2010, so one that does not vouch for
 * the root vouches for nothing (RFC 4035 section 3.2.3). Null where it could not be determined.
 */
export const resolverValidates = fact(async ({ dns }: CheckContext): Promise<boolean | null> => {
  const root = await dns.query('.', 'SOA');
  return isDetermined(root) ? root.authenticated : null;
});
