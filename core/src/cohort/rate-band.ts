import { logBinomialTail } from './binomial.ts';
import { checkCounts, wilson } from './wilson.ts';

/** How bad a bounce rate is. */
export type Band = 'normal' | 'investigate' | 'stop' | 'not-enough-data';

/** Where the bands begin. Rates are shares of 1: 0.005 is 0.5 %. */
export interface RateBandOptions {
  /** Above this rate somebody should look. */
  readonly investigate?: number;
  /** Above this rate sending should stop until the cause is found. */
  readonly stop?: number;
  /** Attempts below which a rate says nothing by itself. */
  readonly minSample?: number;
}

/**
 * The usual limits: a heuristic of the trade, no standard and no measurement. Whoever knows their own
 * normal rate should write that.
 *
 * A hundred attempts, because below that one single failure moves the rate by more than a percentage
 * point, which is twice the limit at which one begins to look.
 */
export const rateBandDefaults: Required<RateBandOptions> = { investigate: 0.005, stop: 0.02, minSample: 100 };

/** A rate with how sure it is and what it calls for. */
export interface RateBand {
  readonly band: Band;
  /** Share of 1; null without attempts. */
  readonly rate: number | null;
  /** Wilson's interval at 95 %. */
  readonly low: number;
  readonly high: number;
  readonly attempts: number;
  readonly failures: number;
}

/** How unlikely a small sample has to be below a limit before it is called above it. */
const SURELY = Math.log(0.001);
/** Fewer failures are an accident, however few the attempts. */
const FEW_FAILURES = 3;

/**
 * Puts a bounce rate into a band. Failures are bounces, that is final refusals; deferrals are none
 * (they may still be delivered), and complaints have limits of their own.
 *
 * From `minSample` attempts on, the rate itself decides; but where its interval reaches from below
 * `investigate` to above `stop`, it may be anything, and that is `not-enough-data` too. Below
 * `minSample` a band is called only where the exact one-sided lower bound at 99.9 % lies above its limit
 * and three attempts or more failed: 12 of 12 is `stop`, 1 of 12 and 2 of 12 are `not-enough-data`.
 *
 * @throws RangeError where a count or an option cannot be meant; it names the option and what to write
 */
export function rateBand(failures: number, attempts: number, options: RateBandOptions = {}): RateBand {
  checkCounts(failures, attempts);
  const limits = rateBandLimits(options);
  const { low, high } = wilson(failures, attempts);
  const rate = attempts === 0 ? null : failures / attempts;
  return { band: bandOf(failures, attempts, low, high, limits), rate, low, high, attempts, failures };
}

/** The options with the defaults for what is absent. @throws RangeError as {@link rateBand} does */
export function rateBandLimits(options: RateBandOptions): Required<RateBandOptions> {
  const limits = {
    investigate: options.investigate ?? rateBandDefaults.investigate,
    stop: options.stop ?? rateBandDefaults.stop,
    minSample: options.minSample ?? rateBandDefaults.minSample,
  };
  for (const name of ['investigate', 'stop'] as const)
    if (!(limits[name] > 0 && limits[name] < 1))
      throw new RangeError(
        `${name} is ${limits[name]}: write a share between 0 and 1, such as ${rateBandDefaults[name]}.`,
      );
  if (limits.investigate >= limits.stop)
    throw new RangeError(
      `investigate is ${limits.investigate}: write less than stop, which is ${limits.stop}, such as ${limits.stop / 4}.`,
    );
  if (!Number.isSafeInteger(limits.minSample) || limits.minSample < 1)
    throw new RangeError(`minSample is ${limits.minSample}: write a whole number from 1, such as 100.`);
  return limits;
}

function bandOf(
  failures: number,
  attempts: number,
  low: number,
  high: number,
  { investigate, stop, minSample }: Required<RateBandOptions>,
): Band {
  if (attempts < minSample) {
    if (failures < FEW_FAILURES) return 'not-enough-data';
    if (logBinomialTail(failures, attempts, stop) <= SURELY) return 'stop';
    return logBinomialTail(failures, attempts, investigate) <= SURELY ? 'investigate' : 'not-enough-data';
  }
  if (low <= investigate && high >= stop) return 'not-enough-data';
  const rate = failures / attempts;
  return rate > stop ? 'stop' : rate > investigate ? 'investigate' : 'normal';
}
