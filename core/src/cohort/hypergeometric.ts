import { logBinomialPoint, sumOfTail } from './saddle-point.ts';

/**
 * Natural logarithm of the chance that at least `failures` of all failures fall into a group by luck,
 * where group and rest fail alike: Fisher's exact test, one-sided. It needs no rate to be known and
 * holds for any numbers, so it is what a cohort is held against the rest with.
 *
 * Source: R. A. Fisher, "Statistical methods for research workers", 5th edition (1934), section 21.02.
 *
 * @param failures of the group
 * @param attempts of the group
 * @param restFailures of everything else
 * @param restAttempts of everything else
 */
export function logHypergeometricTail(
  failures: number,
  attempts: number,
  restFailures: number,
  restAttempts: number,
): number {
  const allFailures = failures + restFailures;
  const all = attempts + restAttempts;
  const least = Math.max(0, allFailures - restAttempts);
  if (failures <= least) return 0;
  const successes = all - allFailures;
  if (failures > (attempts * allFailures) / all) {
    const sum = sumOfTail(
      (i) =>
        ((allFailures - failures - i + 1) * (attempts - failures - i + 1)) /
        ((failures + i) * (successes - attempts + failures + i)),
    );
    return Math.min(0, logPoint(failures, attempts, allFailures, all) + Math.log(sum));
  }
  const below = failures - 1;
  const sum = sumOfTail((i) =>
    below - i < least
      ? 0
      : ((below - i + 1) * (successes - attempts + below - i + 1)) /
        ((allFailures - below + i) * (attempts - below + i)),
  );
  return Math.log1p(-Math.min(1, Math.exp(logPoint(below, attempts, allFailures, all)) * sum));
}

/** log P(X = k) failures in the group, by three binomial probabilities with a common rate (Loader). */
function logPoint(k: number, attempts: number, allFailures: number, all: number): number {
  const share = attempts / all;
  return (
    logBinomialPoint(k, allFailures, share) +
    logBinomialPoint(attempts - k, all - allFailures, share) -
    logBinomialPoint(attempts, all, share)
  );
}
