import { normalName } from '../../dns/index.ts';
import { organizationalDomain } from '../organizational-domain/index.ts';

/**
 * Whether an authenticated domain is aligned with the From domain (RFC 9989 section 4.4, RFC 7489 section 3.1): equal
 * where it is strict, of one organisation where it is relaxed.
 *
 * @param organizationOf whose a domain is, by the standard that is asked for; by the Public Suffix List unless told
 */
export function isAligned(
  fromDomain: string,
  authenticated: string,
  mode: 'relaxed' | 'strict',
  organizationOf: (domain: string) => string = listedOrganization,
): boolean {
  const [from, other] = [normalName(fromDomain), normalName(authenticated)];
  if (from === other) return true;
  return mode === 'relaxed' && organizationOf(from) === organizationOf(other);
}

/** By the Public Suffix List, on which a suffix that sends mail is an organisation of its own. */
export function listedOrganization(domain: string): string {
  return organizationalDomain(domain) ?? normalName(domain);
}
