/**
 * What a DNS client answers and how it is asked: the interface through which everything above meets the
 * DNS. `probe` holds the client that asks servers; a test hands in a zone of its own.
 */

/** What the data of each record type looks like. Names are in lower case and without the final dot; `.` alone is the root. */
export interface RecordData {
  readonly A: string;
  readonly AAAA: string;
  readonly MX: { readonly preference: number; readonly exchange: string };
  /** The character-strings of one record, one UTF-16 unit per octet. */
  readonly TXT: readonly string[];
  /** The obsolete type 99 (RFC 7208 section 3.1), shaped as TXT. */
  readonly SPF: readonly string[];
  readonly CNAME: string;
  readonly NS: string;
  readonly PTR: string;
  readonly SOA: {
    readonly mname: string;
    readonly rname: string;
    readonly serial: number;
    /** Seconds, as the next three. */
    readonly refresh: number;
    readonly retry: number;
    readonly expire: number;
    readonly minimum: number;
  };
  readonly TLSA: {
    readonly usage: number;
    readonly selector: number;
    readonly matchingType: number;
    /** Lower-case hexadecimal. */
    readonly data: string;
  };
  readonly CAA: { readonly critical: boolean; readonly tag: string; readonly value: string };
  readonly DS: { readonly keyTag: number; readonly algorithm: number; readonly digestType: number };
  readonly DNSKEY: { readonly flags: number; readonly algorithm: number };
  readonly SRV: { readonly priority: number; readonly weight: number; readonly port: number; readonly target: string };
}

export type RecordType = keyof RecordData;

/**
 * - `found`: there are records of the type;
 * - `no-data`: the name exists without any (RFC 2308 section 2.2);
 * - `no-domain`: the name does not exist (NXDOMAIN, RFC 8020);
 * - `servfail`, `refused`, `not-implemented`: what the server said;
 * - `timeout`, `unreachable`, `malformed`: no usable answer came;
 * - `over-budget`: not asked, as the check had used up its queries;
 * - `invalid-name`: not asked, as no such name can exist (RFC 1035 section 2.3.4).
 */
export type DnsStatus =
  | 'found'
  | 'no-data'
  | 'no-domain'
  | 'servfail'
  | 'refused'
  | 'not-implemented'
  | 'timeout'
  | 'unreachable'
  | 'malformed'
  | 'over-budget'
  | 'invalid-name';

/** One answered question. */
export interface DnsAnswer<T extends RecordType = RecordType> {
  /** The name asked for, in lower case without the final dot. */
  readonly name: string;
  readonly type: T;
  readonly status: DnsStatus;
  /** Empty unless `found`; in the order of the answer. */
  readonly records: readonly RecordData[T][];
  /** Seconds for which the answer holds; of an absence by its SOA (RFC 2308 section 5); null where nothing tells. */
  readonly ttl: number | null;
  /** The resolver vouches for the answer by DNSSEC (AD, RFC 4035 section 3.2.3). */
  readonly authenticated: boolean;
  /** The server answered out of a zone of its own (AA, RFC 1035 section 4.1.1); absent where nobody looked. */
  readonly authoritative?: boolean | undefined;
  /** The names to which CNAMEs led, in their order; empty where there was none. */
  readonly chain: readonly string[];
  /** The server that answered as address and port; null where none did or it is no matter. */
  readonly server: string | null;
  /** What else was said: an Extended DNS Error (RFC 8914), a socket's complaint. */
  readonly detail: string | null;
}

/** How one question is put. */
export interface QueryOptions {
  /** Have data that fails DNSSEC all the same (CD, RFC 4035 section 3.2.2). */
  readonly checkingDisabled?: boolean | undefined;
  /** Ask this address, without recursion, instead of the resolver: for the servers of a zone. */
  readonly server?: string | undefined;
}

/** Asks the DNS. Never throws for what servers do or fail to do: that is a status. */
export interface DnsClient {
  query<T extends RecordType>(name: string, type: T, options?: QueryOptions): Promise<DnsAnswer<T>>;
}

/** Whether the answer tells what there is, be it nothing; else it could not be determined. */
export function isDetermined(answer: DnsAnswer): boolean {
  return answer.status === 'found' || answer.status === 'no-data' || answer.status === 'no-domain';
}
