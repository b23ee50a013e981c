import { logPoissonPoint, sumOfTail } from './saddle-point.ts';

/**
 * Natural logarithm of P(X ≥ k) for a count whose mean is known. Exact but for rounding.
 *
 * @param k the count, a whole number
 * @param mean above or equal to 0; ten million and more are fine
 */
export function logPoissonTail(k: number, mean: number): number {
  if (k <= 0) return 0;
  if (mean <= 0) return -Infinity;
  if (k > mean) return Math.min(0, logPoissonPoint(k, mean) + Math.log(sumOfTail((i) => mean / (k + i))));
  const below = k - 1;
  const sum = sumOfTail((i) => (below - i + 1) / mean);
  return Math.log1p(-Math.min(1, Math.exp(logPoissonPoint(below, mean)) * sum));
}
