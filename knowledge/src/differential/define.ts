import type { CauseId, Weights } from '../cause/index.ts';
import type { Grade } from '../source.ts';

/**
 * The causes that can stand behind one reason, each with its share before anything else is known.
 * Shares are whole numbers that sum to 100: an expert's start, open to tuning, no measurement.
 */
export interface Differential {
  /** How sure the shares are; never `measured` before they were held against settled cases. */
  readonly grade: Grade;
  readonly shares: Partial<Readonly<Record<CauseId, number>>>;
  /** Where an observation weighs otherwise behind this reason than the cause itself says. */
  readonly evidence?: Partial<Readonly<Record<CauseId, Weights>>>;
}
