import type { Source } from '@whybounce/knowledge';

/** Who asks it of those who send to its free mailboxes. */
export const bulkProviders = ['google', 'yahoo', 'microsoft'] as const;

export type BulkProvider = (typeof bulkProviders)[number];

/** What one provider asks. */
export interface ProviderDemand {
  readonly provider: BulkProvider;
  /** Of all who send to it, or of those above its threshold only. */
  readonly of: 'everybody' | 'bulk';
  readonly force: 'required' | 'recommended';
  /** In own words. */
  readonly asks: string;
  /** Whether it is content where the checks only warn: default yes. */
  readonly warningMeets?: boolean | undefined;
  readonly source: Source;
}

/** One requirement, and the checks that show whether it is met. */
export interface Requirement {
  /** Stable, for programs. */
  readonly id: string;
  readonly title: string;
  readonly demands: readonly ProviderDemand[];
  /** Ids of the checks that show it; empty where a message does not show it. */
  readonly shownBy: readonly string[];
  /** Whether one of them is enough; default: all are needed. */
  readonly oneIsEnough?: boolean | undefined;
  /** Whether a failed check leaves it open, as it may fail for another reason. */
  readonly onlyPassTells?: boolean | undefined;
  /** Where to look for what a message does not show, as a sentence; else null. */
  readonly lookAt: string | null;
}

/** Messages a day above which a provider counts a sender as bulk; null where it names no number. */
export const bulkThresholds: Readonly<Record<BulkProvider, { readonly perDay: number | null; readonly says: string }>> =
  {
    google: {
      perDay: 5_000,
      says: 'Close to 5,000 messages or more to personal Gmail accounts within 24 hours, counted for the whole registered domain. Whoever reached that once stays a bulk sender.',
    },
    yahoo: { perDay: null, says: 'A significant volume; Yahoo does not name a number.' },
    microsoft: {
      perDay: 5_000,
      says: 'More than 5,000 messages a day to outlook.com, hotmail.com and live.com, counted for the domain in From.',
    },
  };
