import { expect, test } from 'vitest';
import { wilson } from './wilson.ts';

/** By hand: (p + z²/2n ± z√(p(1-p)/n + z²/4n²)) / (1 + z²/n) with z = 1.96. */
test.each([
  [0, 10, 0, 0.27754],
  [1, 12, 0.014866, 0.353885],
  [10, 10, 0.72246, 1],
  [5, 1_000, 0.002138, 0.01165],
  [20, 1_000, 0.012985, 0.030687],
])('%d of %d', (failures, attempts, low, high) => {
  const interval = wilson(failures, attempts);
  expect(interval.low).toBeCloseTo(low, 5);
  expect(interval.high).toBeCloseTo(high, 5);
});

test('nothing is known of nothing', () => expect(wilson(0, 0)).toEqual({ low: 0, high: 1 }));

test.each([
  [() => wilson(-1, 10), 'failures is -1: write a whole number from 0.'],
  [() => wilson(1, Number.NaN), 'attempts is NaN: write a whole number from 0.'],
  [() => wilson(11, 10), 'failures is 11: write no more than attempts, which is 10.'],
  [() => wilson(1, 10, 0), 'z is 0: write a number above 0, such as 1.96.'],
])('%s says what to write', (call, message) => expect(call).toThrow(new RangeError(message)));
