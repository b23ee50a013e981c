import { normalName } from '../../dns/index.ts';
import type { DmarcRecordAt, DmarcRecords } from './dmarc-record-at.ts';
import { isDomainName, organizationalDomain } from './public-suffix.ts';

/** Where one standard finds the DMARC record of a domain, and who it says the organisation is. */
export interface DmarcPlace {
  readonly domain: string;
  /** Null where it could not be determined. */
  readonly organizationalDomain: string | null;
  /** The record that applies to mail from the domain; null where none does, or where it could not be determined. */
  readonly record: DmarcRecordAt | null;
  readonly from: 'author-domain' | 'organizational-domain' | 'public-suffix' | null;
  /** The look-up without which something stays unknown; null where all is known. */
  readonly undetermined: DmarcRecordAt | null;
}

/**
 * Where RFC 7489 section 6.6.3 finds the record: at the domain, else at its Organizational Domain by the Public Suffix
 * List. Several records at the domain end the search there, which RFC 9989 goes on with.
 */
export async function listedPlace(domain: string, records: DmarcRecords): Promise<DmarcPlace> {
  const name = normalName(domain);
  if (!isDomainName(name))
    return { domain: name, organizationalDomain: name, record: null, from: null, undetermined: null };
  // a public suffix that sends mail itself is an organisation of its own
  const organization = organizationalDomain(name) ?? name;
  const own = await records(name);
  const say = (found: DmarcRecordAt | null, from: DmarcPlace['from'], undetermined: DmarcRecordAt | null = null) => ({
    domain: name,
    organizationalDomain: organization,
    record: found,
    from,
    undetermined,
  });
  if (own.status === 'record') return say(own, 'author-domain');
  if (own.status === 'undetermined') return say(null, null, own);
  if (own.status === 'several' || organization === name) return say(null, null);
  const above = await records(organization);
  if (above.status === 'undetermined') return say(null, null, above);
  return above.status === 'record' ? say(above, 'organizational-domain') : say(null, null);
}
