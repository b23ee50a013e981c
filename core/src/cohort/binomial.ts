import { logBinomialPoint, sumOfTail } from './saddle-point.ts';

/**
 * Natural logarithm of P(X ≥ k) where each of n attempts fails with probability p. Exact but for
 * rounding, also where the probability itself is too small for a number.
 *
 * @param k failures, a whole number
 * @param n attempts, a whole number up to 10 million and more
 * @param p probability from 0 to 1
 */
export function logBinomialTail(k: number, n: number, p: number): number {
  if (k <= 0) return 0;
  if (k > n) return -Infinity;
  const q = 1 - p;
  if (p <= 0) return -Infinity;
  if (q <= 0) return 0;
  if (k > n * p) {
    const sum = sumOfTail((i) => ((n - k - i + 1) * p) / ((k + i) * q));
    return Math.min(0, logBinomialPoint(k, n, p) + Math.log(sum));
  }
  const below = k - 1;
  const sum = sumOfTail((i) => ((below - i + 1) * q) / ((n - below + i) * p));
  return Math.log1p(-Math.min(1, Math.exp(logBinomialPoint(below, n, p)) * sum));
}
