import type { DnsClient } from '../../dns/index.ts';
import { type DmarcPlace, listedPlace } from './dmarc-place.ts';
import { type DmarcRecords, dmarcRecords } from './dmarc-record-at.ts';
import { type DmarcWalk, walkRecords } from './walk-dmarc.ts';

/** The answers of both generations of receivers. */
export interface DmarcPlaces {
  /** By the Public Suffix List. */
  readonly rfc7489: DmarcPlace;
  /** By the tree walk. */
  readonly rfc9989: DmarcWalk;
  /** Whether they find another record or another organisation; null where that could not be determined. */
  readonly differ: boolean | null;
  /** The difference as a sentence; null where there is none, or none that is known. */
  readonly says: string | null;
}

/**
 * Where the DMARC record of a domain is found and who its organisation is, by RFC 7489 and by RFC 9989, of which
 * receivers follow one or the other.
 *
 * @param domain of the From field, in A-labels
 */
export function dmarcPlaces(domain: string, dns: DnsClient): Promise<DmarcPlaces> {
  return placesOf(domain, dmarcRecords(dns));
}

/** {@link dmarcPlaces} over look-ups that others share. */
export async function placesOf(domain: string, records: DmarcRecords): Promise<DmarcPlaces> {
  const [rfc7489, rfc9989] = await Promise.all([listedPlace(domain, records), walkRecords(domain, records)]);
  if (rfc7489.undetermined !== null || rfc9989.undetermined !== null)
    return { rfc7489, rfc9989, differ: null, says: null };
  const says = difference(rfc7489, rfc9989);
  return { rfc7489, rfc9989, differ: says !== null, says };
}

function difference(list: DmarcPlace, walk: DmarcWalk): string | null {
  const { domain } = walk;
  if (list.record?.name !== walk.record?.name)
    return `Receivers that follow RFC 7489 take the policy for ${domain} ${place(list)}; those that follow RFC 9989 take it ${place(walk)}.`;
  // without a record nothing is compared
  if (walk.record === null || list.organizationalDomain === walk.organizationalDomain) return null;
  return `Receivers that follow RFC 7489 count ${domain} to ${list.organizationalDomain}; those that follow RFC 9989 count it to ${walk.organizationalDomain}, so that other domains are aligned with it.`;
}

function place({ record }: DmarcPlace): string {
  return record === null ? 'from nowhere' : `from ${record.name}`;
}
