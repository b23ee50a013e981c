import { describe, expect, test } from 'vitest';
import { rateBand, rateBandDefaults } from './rate-band.ts';

test.each([
  // Small samples: only what can hardly be below a limit is called above it.
  [0, 0, 'not-enough-data'],
  [1, 1, 'not-enough-data'],
  [1, 12, 'not-enough-data'],
  [2, 12, 'not-enough-data'],
  [2, 2, 'not-enough-data'],
  [3, 3, 'stop'],
  [3, 12, 'investigate'],
  [4, 12, 'stop'],
  [12, 12, 'stop'],
  [3, 99, 'not-enough-data'],
  // From a hundred on the rate decides, unless it may be anything.
  [0, 100, 'not-enough-data'],
  [1, 100, 'not-enough-data'],
  [3, 100, 'stop'],
  [0, 200, 'normal'],
  [3, 200, 'investigate'],
  [5, 1_000, 'normal'],
  [6, 1_000, 'investigate'],
  [20, 1_000, 'investigate'],
  [21, 1_000, 'stop'],
  [4_999, 1_000_000, 'normal'],
  [5_001, 1_000_000, 'investigate'],
  [20_001, 1_000_000, 'stop'],
] as const)('%d of %d: %s', (failures, attempts, band) => {
  expect(rateBand(failures, attempts).band).toBe(band);
});

test('comes with rate and interval', () => {
  const { rate, low, high, attempts, failures } = rateBand(20, 1_000);
  expect([rate, attempts, failures]).toEqual([0.02, 1_000, 20]);
  expect(low).toBeCloseTo(0.013, 4);
  expect(high).toBeCloseTo(0.0307, 4);
  expect(rateBand(0, 0).rate).toBeNull();
});

test('own limits move the bands', () => {
  const options = { investigate: 0.03, stop: 0.08, minSample: 20 };
  expect(rateBand(20, 1_000, options).band).toBe('normal');
  expect(rateBand(50, 1_000, options).band).toBe('investigate');
  expect(rateBand(90, 1_000, options).band).toBe('stop');
  expect(rateBand(10, 25, options).band).toBe('stop');
  expect(rateBandDefaults).toEqual({ investigate: 0.005, stop: 0.02, minSample: 100 });
});

describe('an option that cannot be meant', () => {
  test.each([
    [{ investigate: Number.NaN }, 'investigate is NaN: write a share between 0 and 1, such as 0.005.'],
    [{ stop: -1 }, 'stop is -1: write a share between 0 and 1, such as 0.02.'],
    [{ stop: 2 }, 'stop is 2: write a share between 0 and 1, such as 0.02.'],
    [{ investigate: 0.04 }, 'investigate is 0.04: write less than stop, which is 0.02, such as 0.005.'],
    [{ minSample: 0.5 }, 'minSample is 0.5: write a whole number from 1, such as 100.'],
  ])('%j says what to write', (options, message) => {
    expect(() => rateBand(1, 1_000, options)).toThrow(new RangeError(message));
  });
});
