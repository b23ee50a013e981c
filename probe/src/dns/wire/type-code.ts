import type { RecordType } from '@whybounce/core/dns';

/** The numbers of the types that can be asked for (IANA "DNS Parameters"). */
export const TYPE_CODE: Readonly<Record<RecordType, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  DS: 43,
  DNSKEY: 48,
  TLSA: 52,
  SPF: 99,
  CAA: 257,
};

/** The pseudo-record of EDNS (RFC 6891 section 6.1.1). */
export const OPT = 41;
/** The class of the Internet. */
export const IN = 1;
