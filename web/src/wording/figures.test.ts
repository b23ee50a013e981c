import { expect, test } from 'vitest';
import { counted, duration, exactPercent, grouped, roughSize } from './figures.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [1_234_567, '1,234,567'],
  [0.1234, '0.1234'],
  [12_345.678, '12,345.678'],
])('%d is grouped as %s', (number, words) => expect(grouped(number)).toBe(words));

test('what is counted has its form', () => {
  expect([0, 1, 2, 1_000].map((number) => counted(number, 'entry'))).toEqual([
    '0 entries',
    '1 entry',
    '2 entries',
    '1,000 entries',
  ]);
});

test('small shares have one more digit', () => {
  expect([0.0012, 0.0999, 0.1, 1].map(exactPercent)).toEqual(['0.12 %', '9.99 %', '10.0 %', '100.0 %']);
});

test('sizes and durations take the unit that fits', () => {
  expect([1, 999, 1_600, 2_500_000].map(roughSize)).toEqual([
    'about 1 byte',
    'about 999 bytes',
    'about 2 kB',
    'about 2.5 MB',
  ]);
  expect([1, 60, 3_600, 7_200, 86_400, 172_800].map(duration)).toEqual([
    '1 second',
    '60 seconds',
    '60 minutes',
    '2 hours',
    '24 hours',
    '2 days',
  ]);
});
