import { type DnsAnswer, type DnsClient, isDetermined } from '../../dns/index.ts';

/** What `_dmarc` of one domain holds. */
export interface DmarcRecordAt {
  readonly domain: string;
  /** The name that was asked for: `_dmarc.example.com`. */
  readonly name: string;
  /**
   * `several` is as good as none (RFC 9989 section 4.10 step 2, RFC 7489 section 6.6.3 step 5); `undetermined` where no
   * answer came.
   */
  readonly status: 'record' | 'none' | 'several' | 'undetermined';
  /** The one record; null unless `record`. */
  readonly record: string | null;
  /** Every text that is a DMARC record. */
  readonly records: readonly string[];
  /** Texts at that name that are none. */
  readonly others: readonly string[];
  readonly answer: DnsAnswer<'TXT'>;
}

/** Gives what `_dmarc` of a domain holds, and asks only once for each. */
export type DmarcRecords = (domain: string) => Promise<DmarcRecordAt>;

/** A look-up of DMARC records over a DNS client: the walks of one message share most of their names. */
export function dmarcRecords(dns: DnsClient): DmarcRecords {
  const known = new Map<string, Promise<DmarcRecordAt>>();
  return (domain) => {
    const before = known.get(domain);
    if (before !== undefined) return before;
    const asked = ask(domain, dns);
    known.set(domain, asked);
    return asked;
  };
}

async function ask(domain: string, dns: DnsClient): Promise<DmarcRecordAt> {
  const name = `_dmarc.${domain}`;
  const answer = await dns.query(name, 'TXT');
  const texts = answer.records.map((strings) => strings.join(''));
  const records = texts.filter(isDmarcRecord);
  return {
    domain,
    name,
    // a name that cannot exist has no record, which is as sure as an answer
    status: !isDetermined(answer) && answer.status !== 'invalid-name' ? 'undetermined' : countStatus(records.length),
    record: records.length === 1 ? (records[0] ?? null) : null,
    records,
    others: texts.filter((text) => !isDmarcRecord(text)),
    answer,
  };
}

function countStatus(count: number): 'none' | 'record' | 'several' {
  return count === 0 ? 'none' : count === 1 ? 'record' : 'several';
}

/**
 * Whether a text is a DMARC record at all: `v=DMARC1` stands first, its value in capitals (RFC 9989 section 4.8,
 * RFC 7489 section 6.4). All else is ignored as if it were not there.
 */
export function isDmarcRecord(text: string): boolean {
  return /^[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text);
}
