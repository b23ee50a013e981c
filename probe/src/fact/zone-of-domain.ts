import { type DnsAnswer, isDetermined } from '@whybounce/core/dns';
import { organizationalDomain } from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import { fact } from './fact.ts';

/** The zone in which a domain stands. */
export interface ZoneOfDomain {
  /** Name of the zone; null where it could not be found out, or there is no such domain. */
  readonly zone: string | null;
  /** The NS records of the zone; where there is none, the answer that came instead. */
  readonly ns: DnsAnswer<'NS'>;
}

/** Labels that are left out one by one in search of the zone: a name deeper in its zone is not met in mail. */
const MAX_STEPS = 3;

/** The zone that holds the subject's domain: the domain itself, or a domain above it in the same organisation. */
export const zoneOfDomain = fact(async ({ subject, dns }: CheckContext): Promise<ZoneOfDomain> => {
  const domain = subject.domain as string;
  const top = organizationalDomain(domain) ?? domain;
  let name = domain;
  const first = await dns.query(name, 'NS');
  for (let ns = first, step = 0; ; step++) {
    // the NS records at the end of an alias are another zone's
    if (ns.status === 'found' && ns.chain.length === 0) return { zone: name, ns };
    const isAbsent = isDetermined(ns) && !(step === 0 && ns.status === 'no-domain');
    if (!isAbsent || name === top || step === MAX_STEPS) return { zone: null, ns };
    name = name.slice(name.indexOf('.') + 1);
    ns = await dns.query(name, 'NS');
  }
});
