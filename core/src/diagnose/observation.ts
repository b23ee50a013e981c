import type { CauseId, ObservationId, ObservationSource, Owner, TestId } from '@whybounce/knowledge';
import type { Span } from '../text/words-span.ts';

/** Something that was seen, with where it was seen. */
export interface Observation {
  readonly id: ObservationId;
  readonly source: ObservationSource;
  /** Where the words stand in the diagnostic: UTF-16 offsets, end exclusive; null for what are no words. */
  readonly span: Span | null;
  readonly quote: string | null;
  /** What exactly was seen, in the words of who saw it: `14 of 14 addresses refused since 09:10`. */
  readonly note: string | null;
}

/** What an observation does to a cause. */
export interface Evidence {
  /**
   * The observation's id (`test:outcome`, `text:cue`); `reason:<id>` for what the refusal says in
   * itself; `rule:<id>` for what the rule that read it knows beyond its reason.
   */
  readonly id: string;
  /** `prior`: the cause's share before anything else was seen. */
  readonly effect: 'prior' | 'for' | 'against';
  /**
   * Of a prior its share of 100; else decibans (ten times the decimal logarithm of the likelihood
   * ratio), above 0 for and below 0 against.
   */
  readonly weight: number;
  readonly source: ObservationSource | 'knowledge';
  readonly span: Span | null;
  readonly quote: string | null;
  readonly note: string | null;
}

/** One of the causes that can stand behind a refusal. */
export interface RankedCause {
  readonly id: CauseId;
  /** Share of 1 in hundredths; the shares of all ranked causes sum to 1. */
  readonly probability: number;
  /** Who acts where this is the cause. */
  readonly owner: Owner;
  /** The prior first, then the strongest. */
  readonly evidence: readonly Evidence[];
}

/** What to find out next: the observation that tells the open causes apart best for what it costs. */
export interface Settle {
  readonly observe: TestId;
  /** The causes that it moves, the likeliest first. */
  readonly separates: readonly CauseId[];
}
