/** Whose a domain is: by the Public Suffix List, and by DMARC's walk through the DNS. */
export { type DmarcPlaces, dmarcPlaces, placesOf } from './both-places.ts';
export type { DmarcPlace } from './dmarc-place.ts';
export { type DmarcRecordAt, type DmarcRecords, dmarcRecords, isDmarcRecord } from './dmarc-record-at.ts';
export { isDomainName, organizationalDomain, publicSuffix } from './public-suffix.ts';
export { type DmarcWalk, walkDmarc, walkRecords } from './walk-dmarc.ts';
