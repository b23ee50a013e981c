import type { RecordChange } from '@whybounce/core/record';
import type { Draft, DraftPart } from './draft.ts';
import type { PolicyFetch } from './mta-sts-check.ts';
import type { PublishedTexts } from './published.ts';

/** What the page that writes MTA-STS and TLS-RPT proposes. */
export interface MtaStsDraft extends Draft {
  readonly fetch: PolicyFetch;
  /** The policy that is served; null where none came. */
  readonly policy: string | null;
  readonly mxHosts: readonly string[];
  readonly tlsRpt: {
    readonly live: PublishedTexts;
    /** Null where nobody is to get reports, or what is published is not known. */
    readonly part: DraftPart | null;
    readonly changes: readonly RecordChange[];
    readonly refused: readonly string[];
  };
}
