import { comparableDimensions } from './comparable.ts';
import { type Dimension, dimensions } from './outcome.ts';
import { type RateBand, type RateBandOptions, rateBand, rateBandLimits } from './rate-band.ts';
import type { Tally, Totals } from './tally.ts';

/** The rate of one cohort. */
export interface CohortBand extends RateBand {
  readonly dimension: Dimension;
  readonly key: string;
}

/** Bounce rates of everything and of the cohorts that call for a look. */
export interface Bands {
  /** Null where no delivery was seen and no total given: then nobody knows the rate. */
  readonly all: RateBand | null;
  /** Cohorts whose band is `stop` or `investigate`, the worst first: at most {@link MAX_BANDS} of each dimension. */
  readonly cohorts: readonly CohortBand[];
}

/** More rows are no help to anybody. */
const MAX_BANDS = 50;

/**
 * Bounce rates with their bands. Rates count every final refusal, also those of an address that was
 * refused before, since that is what receivers see.
 *
 * @param totals attempts per key, for senders whose deliveries are no events
 * @throws RangeError for options that cannot be meant
 */
export function findBands(tally: Tally, options: RateBandOptions = {}, totals: Totals = {}): Bands {
  const limits = rateBandLimits(options);
  const counts = dimensions.map((dimension) => ({ dimension, counts: tally.counts(dimension, totals) }));
  const known = Object.keys(totals).length > 0;
  if (tally.deliveries === 0 && !known) return { all: null, cohorts: [] };
  const seen = tally.deliveries + tally.failures;
  const attempts = counts
    .filter(({ dimension }) => totals[dimension] !== undefined)
    .map(({ counts: rows }) => rows.reduce((sum, row) => sum + row.attempts, 0))
    .reduce((most, sum) => Math.max(most, sum), seen);
  const usable = comparableDimensions(tally.cells(), totals);
  const cohorts = counts
    .filter((_, d) => usable.has(d))
    .flatMap(({ dimension, counts: rows }) =>
      rows
        .map((row): CohortBand => ({ dimension, key: row.key, ...rateBand(row.failures, row.attempts, limits) }))
        .filter(({ band }) => band === 'stop' || band === 'investigate')
        .sort((a, b) => rank(a) - rank(b) || b.failures - a.failures || (a.key < b.key ? -1 : 1))
        .slice(0, MAX_BANDS),
    );
  return {
    all: rateBand(tally.failures, attempts, limits),
    cohorts: cohorts.sort((a, b) => rank(a) - rank(b)),
  };
}

function rank({ band }: RateBand): number {
  return band === 'stop' ? 0 : 1;
}
