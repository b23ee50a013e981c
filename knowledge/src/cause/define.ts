import type { ObservationId } from '../observation/index.ts';
import type { Source } from '../source.ts';
import type { Owner } from '../vocabulary/action.ts';

/**
 * How much an observation speaks for a cause (above 0) or against it (below 0), in decibans: ten times
 * the decimal logarithm of the likelihood ratio, as a whole number. 3 doubles the odds, 10 makes them
 * ten times as large, -10 a tenth. What is not listed says nothing about the cause.
 */
export type Weights = Partial<Readonly<Record<ObservationId, number>>>;

/** Why a refusal happened: one of several things that can stand behind a reason. */
export interface Cause {
  /** One sentence for somebody who is no mail expert. */
  readonly says: string;
  readonly owner: Owner;
  /** What the owner does, in order, cheapest proven step first. */
  readonly steps: readonly string[];
  /** What shows that it is repaired, as a sentence. */
  readonly verify: string;
  /** What raises and lowers this cause, whichever reason it stands behind. */
  readonly evidence: Weights;
  /** Where cause and weights come from; the weights are an expert's start and open to tuning. */
  readonly sources: readonly Source[];
}
