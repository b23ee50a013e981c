import type { StatusCode } from '../code/define.ts';
import type { Source } from '../define.ts';
import type { ReasonId } from '../vocabulary/reason.ts';

/**
 * The shapes of the comparisons: codes that people confuse, side by side, and one line on which
 * those who explain it contradict each other. How other classifiers file the line is not written
 * here: whoever shows it looks that up in the crosswalk under the reason.
 */

/** A reply that shows what is meant. */
export interface Example {
  readonly line: string;
  /** The entry that reads it, `system/entry`. */
  readonly rule: string;
}

/** One column of a comparison. */
export interface ComparisonSide {
  readonly name: string;
  readonly examples: readonly Example[];
}

/** One line of a comparison. */
export interface ComparisonRow {
  readonly aspect: string;
  /** What each side says to it, in the order of the sides. */
  readonly says: readonly string[];
}

interface ComparisonBase {
  /** Lower-case kebab slug, stable for ever: it names the page. */
  readonly slug: string;
  readonly title: string;
  /** The answer in one paragraph, for somebody who reads nothing else. */
  readonly inShort: string;
  /** Codes of the registry that the page is about or leads to. */
  readonly relatedCodes: readonly StatusCode[];
  /** Comparisons to read next, by slug. */
  readonly relatedComparisons: readonly string[];
  readonly sources: readonly Source[];
}

/** Codes that are confused, side by side. */
export interface SideBySide extends ComparisonBase {
  readonly kind: 'side-by-side';
  readonly sides: readonly ComparisonSide[];
  readonly rows: readonly ComparisonRow[];
}

/** What somebody takes the line for. */
export type VerdictClass =
  /** The address does not exist. */
  | 'dead-address'
  /** The address lives, and the directory that was asked has not learnt of it. */
  | 'stale-directory'
  /** The sender is blocked. */
  | 'blocked-sender'
  /** A rule or filter of the receiving side. */
  | 'recipient-side-policy'
  /** The mail goes to a server that does not serve the domain. */
  | 'routing'
  /** The host did not answer: what the registry says of the code. */
  | 'no-answer'
  /** Several causes, without a first one. */
  | 'no-single-cause';

/** What one publisher says of the line. */
export interface Verdict {
  /** Kebab slug, unique in its table. */
  readonly id: string;
  readonly who: string;
  /** Their statement in our words. */
  readonly says: string;
  readonly class: VerdictClass;
  /** When they said it, as far as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly stated?: string;
  /** They no longer say it. */
  readonly withdrawn?: true;
  /** How to see it for oneself: where in the source, or what to run. */
  readonly see: string;
  /** Where it was read; its grade tells how surely this is what they say. */
  readonly source: Source;
}

/** One line, many verdicts. */
export interface VerdictTable extends ComparisonBase {
  readonly kind: 'verdicts';
  readonly line: string;
  /** The entry that reads the line here, `system/entry`. */
  readonly rule: string;
  /** Its reason: the row of the crosswalk in which the classes of other vendors stand. */
  readonly reason: ReasonId;
  readonly verdicts: readonly Verdict[];
}

export type Comparison = SideBySide | VerdictTable;
