/**
 * Probabilities of counts to nearly full precision even for millions of attempts, where differences of
 * logarithms of factorials lose half of their digits.
 *
 * Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000); the method of
 * `dbinom`, `dpois` and `dhyper` in R.
 */

/** Below this the error of Stirling's formula is computed from the factorial itself. */
const SERIES_FROM = 16;
const LOG_TWO_PI = Math.log(2 * Math.PI);

const smallErrors: readonly number[] = Array.from({ length: SERIES_FROM }, (_, n) => {
  let factorial = 1;
  for (let i = 2; i <= n; i++) factorial *= i;
  return n === 0 ? 0 : Math.log(factorial) - (0.5 * (LOG_TWO_PI + Math.log(n)) + n * Math.log(n) - n);
});

/** log n! less what Stirling's formula gives for it. */
export function stirlingError(n: number): number {
  if (n < SERIES_FROM) return smallErrors[n] as number;
  const nn = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / nn) / nn) / nn) / n;
}

/** x log(x/m) + m - x: how far a count x is from its mean m, without cancelling where both are near. */
export function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const v = difference / (x + mean);
  const vv = v * v;
  let sum = difference * v;
  let power = 2 * x * v;
  // |v| is below 0.1, so every step adds two digits: ten are enough for a double.
  for (let i = 3; i <= 21; i += 2) {
    power *= vv;
    sum += power / i;
  }
  return sum;
}

/** log P(X = k) for k of n attempts, each a failure with probability p. */
export function logBinomialPoint(k: number, n: number, p: number): number {
  if (p === 0) return k === 0 ? 0 : -Infinity;
  if (p === 1) return k === n ? 0 : -Infinity;
  if (k === 0) return n * Math.log1p(-p);
  if (k === n) return n * Math.log(p);
  const exponent =
    stirlingError(n) - stirlingError(k) - stirlingError(n - k) - deviance(k, n * p) - deviance(n - k, n * (1 - p));
  return exponent - 0.5 * (LOG_TWO_PI + Math.log(k) + Math.log1p(-k / n));
}

/** log P(X = k) of a Poisson count with this mean. */
export function logPoissonPoint(k: number, mean: number): number {
  if (mean === 0) return k === 0 ? 0 : -Infinity;
  if (k === 0) return -mean;
  return -stirlingError(k) - deviance(k, mean) - 0.5 * (LOG_TWO_PI + Math.log(k));
}

/** Beyond this a further term changes no digit. */
const NEGLIGIBLE = 1e-18;

/**
 * Sum of the terms of a tail, the first being 1, from the ratio of each to the one before. The ratios
 * fall, so the loop ends after some ten standard deviations: some ten thousand steps for ten million attempts.
 *
 * @param ratio of the i-th term, from 1, to the one before it; 0 or below ends the tail
 */
export function sumOfTail(ratio: (i: number) => number): number {
  let sum = 1;
  let term = 1;
  for (let i = 1; ; i++) {
    term *= ratio(i);
    if (!(term > sum * NEGLIGIBLE)) return sum;
    sum += term;
  }
}
