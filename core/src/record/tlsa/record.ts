import type { RecordData } from '../../dns/index.ts';

/** A TLSA record as the DNS client gives it: `data` is lower-case hexadecimal. */
export type TlsaRecord = RecordData['TLSA'];

/** Mnemonics of RFC 7218 section 2, by their numbers. */
export const usageNames = ['PKIX-TA', 'PKIX-EE', 'DANE-TA', 'DANE-EE'] as const;
export const selectorNames = ['Cert', 'SPKI'] as const;
export const matchingNames = ['Full', 'SHA2-256', 'SHA2-512'] as const;

/** Where the records for a mail server stand (RFC 7672 section 2.2.3). @param host from the MX record */
export function tlsaName(host: string, port = 25): string {
  return `_${port}._tcp.${host.toLowerCase().replace(/\.$/, '')}`;
}

/** In presentation format: `3 1 1 ab12…`. */
export function formatTlsa({ usage, selector, matchingType, data }: TlsaRecord): string {
  return `${usage} ${selector} ${matchingType} ${data}`;
}

/** Octets that the data must have; null where any length goes. */
export function digestLength(matchingType: number): number | null {
  return matchingType === 1 ? 32 : matchingType === 2 ? 64 : null;
}

/** Whether sending mail servers can use a record at all (RFC 7672 section 3.1): others count as if they were not there. */
export function isUsableTlsa({ usage, selector, matchingType, data }: TlsaRecord): boolean {
  const length = digestLength(matchingType);
  return (
    (usage === 2 || usage === 3) &&
    (selector === 0 || selector === 1) &&
    matchingType >= 0 &&
    matchingType <= 2 &&
    data.length > 0 &&
    (length === null || data.length === length * 2)
  );
}
