import { logHypergeometricTail } from './hypergeometric.ts';
import { logPoissonTail } from './poisson.ts';
import type { Tally } from './tally.ts';
import type { Bucket } from './time-buckets.ts';

/** A refusal that was new, or far more frequent, from one time bucket on. */
export interface Step {
  /** `failure:postfix/relay-denied@2026-05-27T09:00:00.000Z` */
  readonly id: string;
  /** Deferrals are counted apart from failures. */
  readonly kind: 'failure' | 'deferral';
  /** `system/entry`, else the reason; null for all refusals together, where no single one explains it. */
  readonly rule: string | null;
  /** Whether it was never seen before. */
  readonly isFirstSeen: boolean;
  /** Start of the first bucket, and end of the last one that still had it; null while it lasts. Milliseconds since 1970. */
  readonly since: number;
  readonly until: number | null;
  /** Of the first bucket. An address counts once for each rule. */
  readonly attempts: number;
  readonly failures: number;
  /** How many the first bucket would have had as before. */
  readonly expected: number;
  /** How likely so many are by chance, corrected for everything that was tested. */
  readonly pValue: number;
}

/** What a step is held against. */
export interface StepOptions {
  /** Chance of any false step; 0.005 where absent. */
  readonly falseAlarm?: number;
  /** Buckets before, with any attempt, that make the baseline; 168 where absent: a week of hours. */
  readonly baseline?: number;
  /**
   * Counts that are known from a longer time than the tally covers: how many of a rule a bucket normally
   * has. Undefined where that is not known; the buckets before decide then.
   */
  readonly normal?: (kind: Step['kind'], rule: string, bucketStart: number) => number | undefined;
}

/** What steps are found in. */
export type Timed = Pick<Tally, 'buckets' | 'bucketLength' | 'rules'>;

const FALSE_ALARM = 0.005;
const BASELINE = 168;
/** Fewer buckets before are no baseline. */
const MIN_BASELINE = 4;
/** Fewer failures in a bucket are no step, however rare they are. */
const MIN_FAILURES = 5;
/** Real mail goes up and down by itself; less than three times as much is none of our business. */
const MIN_RATIO = 3;

/**
 * Finds refusals that begin, or become several times as frequent, within one time bucket. The share of a
 * bucket's attempts that met the refusal is held against the buckets before (Fisher's exact test), so a
 * larger volume is no step. Where a log has no deliveries, attempts are the refusals themselves, and a
 * step is one of a refusal's share of them. Buckets that belong to a step are no baseline for later ones.
 *
 * @returns by time, then by id
 * @throws RangeError for options that cannot be meant
 */
export function findSteps(tally: Timed, options: StepOptions = {}): Step[] {
  const falseAlarm = options.falseAlarm ?? FALSE_ALARM;
  if (!(falseAlarm > 0 && falseAlarm < 1))
    throw new RangeError(`falseAlarm is ${falseAlarm}: write a share between 0 and 1, such as ${FALSE_ALARM}.`);
  const baseline = options.baseline ?? BASELINE;
  if (!Number.isSafeInteger(baseline) || baseline < MIN_BASELINE)
    throw new RangeError(
      `baseline is ${baseline}: write a whole number of buckets from ${MIN_BASELINE}, such as ${BASELINE}.`,
    );
  const buckets = tally.buckets();
  const seesDeliveries = buckets.some(([, { deliveries }]) => deliveries > 0);
  const steps: Step[] = [];
  for (const kind of ['failure', 'deferral'] as const) {
    const series = seriesOf(kind, buckets);
    const alpha = Math.log(falseAlarm) - Math.log(2) - Math.log((series.size + 1) * Math.max(1, buckets.length));
    const scan = new Scan(tally, buckets, kind, alpha, { ...options, baseline });
    const unexplained = new Float64Array(buckets.length);
    // One row for all rules in turn: a hostile input can have every rule in every year.
    const counts = new Float64Array(buckets.length);
    for (const [number, sparse] of series) {
      counts.fill(0);
      for (const [b, count] of sparse) {
        counts[b] = count;
        unexplained[b] = (unexplained[b] as number) + count;
      }
      const rule = tally.rules.key(number);
      if (rule === null) continue;
      const found = scan.steps(rule, counts, (b) => {
        unexplained[b] = (unexplained[b] as number) - (counts[b] as number);
      });
      steps.push(...found);
    }
    if (seesDeliveries) steps.push(...scan.steps(null, unexplained));
  }
  return steps.sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
}

/** How often each rule was met, by its number and that of the bucket. */
function seriesOf(kind: Step['kind'], buckets: readonly [number, Bucket][]): Map<number, Map<number, number>> {
  const series = new Map<number, Map<number, number>>();
  for (const [b, [, bucket]] of buckets.entries())
    for (const [rule, count] of bucket[kind === 'failure' ? 'failures' : 'deferrals']) {
      const known = series.get(rule);
      if (known === undefined) series.set(rule, new Map([[b, count]]));
      else known.set(b, count);
    }
  return series;
}

class Scan {
  readonly #starts: readonly number[];
  readonly #attempts: readonly number[];
  readonly #kind: Step['kind'];
  readonly #alpha: number;
  readonly #options: StepOptions & { readonly baseline: number };

  constructor(
    tally: Timed,
    buckets: readonly [number, Bucket][],
    kind: Step['kind'],
    alpha: number,
    options: StepOptions & { readonly baseline: number },
  ) {
    this.#starts = buckets.map(([number]) => number * tally.bucketLength);
    this.#attempts = buckets.map(
      ([, { deliveries, failures, deferrals }]) =>
        deliveries + sumOf(failures) + (kind === 'deferral' ? sumOf(deferrals) : 0),
    );
    this.#kind = kind;
    this.#alpha = alpha;
    this.#options = options;
  }

  /** The steps of one series. @param onBucket is told every bucket that belongs to one */
  steps(rule: string | null, counts: Float64Array, onBucket: (bucket: number) => void = () => {}): Step[] {
    const steps: Step[] = [];
    const base: number[] = [];
    let [baseAttempts, baseFailures, before] = [0, 0, 0];
    let open: { readonly step: Step; readonly rate: number } | null = null;
    for (const [b, failures] of counts.entries()) {
      const attempts = this.#attempts[b] as number;
      if (attempts === 0) continue;
      const normal = rule === null ? undefined : this.#options.normal?.(this.#kind, rule, this.#starts[b] as number);
      const expected = normal ?? (baseAttempts === 0 ? 0 : (attempts * baseFailures) / baseAttempts);
      const tail =
        failures < MIN_FAILURES || failures < MIN_RATIO * expected
          ? 0
          : normal !== undefined
            ? logPoissonTail(failures, normal)
            : base.length < MIN_BASELINE
              ? 0
              : logHypergeometricTail(failures, attempts, baseFailures, baseAttempts);
      const isHigh = tail <= this.#alpha;
      // A bucket of little volume neither goes on with a step nor ends it.
      const tellsEnd = open !== null && attempts * open.rate >= MIN_FAILURES && failures < (attempts * open.rate) / 2;
      if (open !== null && !isHigh && tellsEnd) {
        steps.push({ ...open.step, until: this.#starts[b] as number });
        open = null;
      }
      if (open === null && isHigh) {
        const since = this.#starts[b] as number;
        open = {
          rate: failures / attempts,
          step: {
            id: `${this.#kind}:${rule ?? '(all)'}@${new Date(since).toISOString()}`,
            kind: this.#kind,
            rule,
            isFirstSeen: before === 0 && (normal ?? 0) === 0,
            since,
            until: null,
            attempts,
            failures,
            expected: Math.round(100 * expected) / 100,
            pValue: Number(
              Math.exp(Math.min(0, tail - this.#alpha) + Math.log(this.#options.falseAlarm ?? FALSE_ALARM)).toPrecision(
                2,
              ),
            ),
          },
        };
      }
      before += failures;
      if (open !== null) {
        onBucket(b);
        continue;
      }
      base.push(b);
      baseAttempts += attempts;
      baseFailures += failures;
      const oldest = base.length > this.#options.baseline ? base.shift() : undefined;
      if (oldest !== undefined) {
        baseAttempts -= this.#attempts[oldest] as number;
        baseFailures -= counts[oldest] as number;
      }
    }
    if (open !== null) steps.push(open.step);
    return steps;
  }
}

function sumOf(counts: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
