/** The range in which a rate lies, from what was counted. Rates are shares of 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 %. */
export const DEFAULT_Z = 1.96;

/**
 * Wilson's score interval for a rate. It stays inside 0 and 1 and holds its promise where failures are
 * few, which the textbook interval does not.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927), 209-212.
 *
 * @param failures how many of the attempts failed
 * @param attempts how many were made; with 0 nothing is known: `{ low: 0, high: 1 }`
 * @param z how sure, as a quantile of the normal distribution: 1.96 is 95 %
 * @throws RangeError where failures or attempts are no counts, failures exceed attempts, or z is not above 0
 */
export function wilson(failures: number, attempts: number, z: number = DEFAULT_Z): Interval {
  checkCounts(failures, attempts);
  if (!(z > 0 && Number.isFinite(z))) throw new RangeError(`z is ${z}: write a number above 0, such as 1.96.`);
  if (attempts === 0) return { low: 0, high: 1 };
  const rate = failures / attempts;
  const zz = z * z;
  const scale = 1 + zz / attempts;
  const middle = rate + zz / (2 * attempts);
  const half = z * Math.sqrt((rate * (1 - rate)) / attempts + zz / (4 * attempts * attempts));
  return {
    // At the edges the formula gives exactly 0 and 1, and rounding must not say otherwise.
    low: failures === 0 ? 0 : Math.max(0, (middle - half) / scale),
    high: failures === attempts ? 1 : Math.min(1, (middle + half) / scale),
  };
}

/** Throws a RangeError that names what is no count. */
export function checkCounts(failures: number, attempts: number): void {
  for (const [name, value] of [
    ['failures', failures],
    ['attempts', attempts],
  ] as const)
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`${name} is ${value}: write a whole number from 0.`);
  if (failures > attempts)
    throw new RangeError(`failures is ${failures}: write no more than attempts, which is ${attempts}.`);
}
