import type { Dimension } from './outcome.ts';
import type { Band } from './rate-band.ts';

/** A cohort by the value that its events share. */
export interface CohortKey {
  readonly dimension: Dimension;
  readonly key: string;
}

/**
 * A cohort that failed beyond what the rest explains. Failures are counted once per address and reason,
 * so a dead address that is mailed every day is one failure.
 */
export interface Pattern extends CohortKey {
  /** `domain:example.org`, `campaign:june@provider:microsoft-365` */
  readonly id: string;
  /** The part of the cohort in which alone it failed: a campaign at one provider; null for all of it. */
  readonly only: CohortKey | null;
  /** Cohorts of the very same attempts, which therefore explain it as well. */
  readonly alternatives: readonly CohortKey[];
  readonly attempts: number;
  readonly failures: number;
  /** How many would have failed at the rate of the rest. */
  readonly expected: number;
  /** How likely so many failures are by chance, corrected for all cohorts that were tested; 0 below 1e-300. */
  readonly pValue: number;
  readonly band: Band;
  /** Time of the first failure, in milliseconds since 1970; null where no failure has a time. */
  readonly since: number | null;
  /** How many different addresses and domains failed. */
  readonly addresses: number;
  readonly domains: number;
  /** What was said, the most frequent first: three at most. */
  readonly rules: readonly { readonly rule: string; readonly failures: number }[];
}
