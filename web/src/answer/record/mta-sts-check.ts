import type { DnsStatus } from '@whybounce/core/dns';
import type {
  MtaStsPolicy,
  MtaStsRecord,
  RecordExplanation,
  RecordFinding,
  TlsRptRecord,
} from '@whybounce/core/record';
import type { PublishedTexts } from './published.ts';

/** A record at its name, read. */
export interface ReadRecord<T> {
  readonly published: PublishedTexts;
  /** Null where none or several count. */
  readonly record: T | null;
  readonly findings: readonly RecordFinding[];
  readonly parts: readonly RecordExplanation[];
}

/** How the policy host answered. */
export interface PolicyFetch {
  readonly url: string;
  /** As the fetcher says it: `answered`, `no-name`, `bad-certificate` … */
  readonly outcome: string;
  readonly status: number | null;
  readonly contentType: string | null;
  readonly detail: string | null;
  /** ISO 8601; null where no certificate was seen. */
  readonly certificateEnds: string | null;
}

/** A mail server, and the line of the policy that allows it. */
export interface CoveredServer {
  readonly host: string;
  readonly preference: number;
  /** Null where none does. */
  readonly pattern: string | null;
}

/** Everything that the page of MTA-STS shows. */
export interface MtaStsCheck {
  readonly domain: string;
  readonly record: ReadRecord<MtaStsRecord>;
  readonly fetch: PolicyFetch;
  /** Null where no policy came. */
  readonly policy: {
    readonly read: MtaStsPolicy;
    readonly findings: readonly RecordFinding[];
    readonly parts: readonly RecordExplanation[];
  } | null;
  readonly mx: {
    readonly status: DnsStatus;
    readonly isKnown: boolean;
    readonly servers: readonly CoveredServer[];
    /** What the policy means for servers that it does not name; null where that is nothing. */
    readonly says: string | null;
  };
  readonly tlsRpt: ReadRecord<TlsRptRecord>;
  /** What senders do now. */
  readonly stands: 'enforced' | 'tested' | 'withdrawn' | 'absent' | 'broken' | 'unknown';
}
