import { describe, expect, test } from 'vitest';
import { logBinomialTail } from './binomial.ts';
import { logHypergeometricTail } from './hypergeometric.ts';
import { logPoissonTail } from './poisson.ts';

/** The tails summed term by term with 60 decimal digits. */
describe('against sums of 60 digits', () => {
  test.each([
    [3, 12, 0.02, -6.4779033068621],
    [14, 14, 0.01, -64.472382603833],
    [20, 1_000, 0.005, -14.987266270396],
    [9_900, 1e7, 0.001, -0.17117028897932],
    [10_300, 1e7, 0.001, -6.5533401717325],
    [40_000, 1e7, 0.001, -25_502.793231267],
    [5_003_000, 1e7, 0.5, -3.5435454935946],
  ])('binomial: %d or more of %d at %d', (k, n, p, log) => {
    expect(logBinomialTail(k, n, p) / log).toBeCloseTo(1, 11);
  });

  test.each([
    [25, 10, -9.9664405275448],
    [5, 0.01, -27.821675013441],
    [10_500, 10_000, -14.837275757874],
    [9_000, 10_000, -1.2494448011286e-24],
    [10_001_000, 1e7, -0.97828098960484],
  ])('Poisson: %d or more at a mean of %d', (k, mean, log) => {
    expect(logPoissonTail(k, mean) / log).toBeCloseTo(1, 9);
  });

  test.each([
    [14, 14, 30, 3_000, -61.465054893406],
    [3, 3, 0, 10, -5.6559918108199],
    [10, 1_000, 90, 9_000, -0.59909830838696],
    [120, 10_000, 99_000, 9_990_000, -3.8066212108046],
    [600, 50_000, 5_000, 1_000_000, -168.56407065272],
    [200, 200, 10, 1_000_000, -1_861.7411522484],
  ])('hypergeometric: %d of %d, and %d of %d elsewhere', (k, n, restK, restN, log) => {
    expect(logHypergeometricTail(k, n, restK, restN) / log).toBeCloseTo(1, 11);
  });
});

test('a tail and the one below it make 1', () => {
  for (const [k, n, p] of [
    [3, 40, 0.05],
    [20, 40, 0.5],
    [39, 40, 0.9],
  ] as const)
    expect(Math.exp(logBinomialTail(k, n, p)) + Math.exp(logBinomialTail(n - k + 1, n, 1 - p))).toBeCloseTo(1, 12);
});

test('no failures are certain, more than all are impossible', () => {
  expect(logBinomialTail(0, 10, 0.1)).toBe(0);
  expect(logBinomialTail(11, 10, 0.1)).toBe(-Infinity);
  expect(logBinomialTail(1, 10, 0)).toBe(-Infinity);
  expect(logBinomialTail(10, 10, 1)).toBe(0);
  expect(logPoissonTail(0, 3)).toBe(0);
  expect(logPoissonTail(1, 0)).toBe(-Infinity);
  // 5 failures among 12 attempts, 10 of which are the group's: at least 3 are.
  expect(logHypergeometricTail(3, 10, 2, 2)).toBe(0);
});

test('the hypergeometric tail falls with every further failure of the group', () => {
  let before = 0.1;
  for (let k = 1; k <= 30; k++) {
    const tail = logHypergeometricTail(k, 30, 60 - k, 970);
    expect(tail).toBeLessThan(before);
    before = tail;
  }
});
