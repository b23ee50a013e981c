import type { DmarcStep, ReportTarget } from '@whybounce/core/record';
import type { Draft } from './draft.ts';

/** What the page that writes DMARC proposes. */
export interface DmarcDraftAnswer extends Draft {
  /** The mailboxes that get aggregate or failure reports now. */
  readonly mailboxes: readonly string[];
  /** The domain above whose record applies until now; null where there is none. */
  readonly inheritedFrom: string | null;
  readonly targets: readonly ReportTarget[];
  /** What comes after this record. */
  readonly next: DmarcStep | null;
}
