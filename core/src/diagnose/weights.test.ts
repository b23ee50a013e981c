import { describe, expect, test } from 'vitest';
import {
  factor,
  isObservation,
  MAX_WEIGHT,
  observationNumber,
  observationSource,
  table,
  testOf,
  unpack,
} from './weights.ts';

describe('a weight as a factor of the odds, in thousandths', () => {
  test.each([
    [0, 1_000],
    [3, 1_995],
    [10, 10_000],
    [-10, 100],
    [20, 100_000],
    [-20, 10],
  ])('%d decibans are %d', (weight, thousandths) => expect(factor(weight)).toBeCloseTo(thousandths, 6));

  test('is what the logarithm says, within a thousandth, for every weight', () => {
    for (let weight = -MAX_WEIGHT; weight <= MAX_WEIGHT; weight++) {
      const exact = 1_000 * 10 ** (weight / 10);
      expect(Math.abs(factor(weight) / exact - 1)).toBeLessThan(0.001);
    }
  });

  test('grows with the weight', () => {
    for (let weight = -MAX_WEIGHT; weight < MAX_WEIGHT; weight++)
      expect(factor(weight + 1)).toBeGreaterThan(factor(weight));
  });

  test('stops at a million to one on both sides', () => {
    expect(factor(1_000)).toBe(factor(MAX_WEIGHT));
    expect(factor(-1_000)).toBe(factor(-MAX_WEIGHT));
  });
});

describe('observations', () => {
  test('have the number of their place in the table', () => {
    for (const [number, id] of table.observations.entries()) expect(observationNumber(id)).toBe(number);
  });

  test('that do not exist have none', () => {
    for (const id of ['', 'text:', 'stage:nowhere', 'toString', '__proto__', 'control-recipient-same-domain']) {
      expect(observationNumber(id)).toBe(-1);
      expect(isObservation(id)).toBe(false);
    }
  });

  test('are outcomes of one test each, or words', () => {
    for (const [number, id] of table.observations.entries()) {
      const test = table.tests[testOf(number)]?.id ?? 'text';
      expect(id.startsWith(`${test}:`)).toBe(true);
    }
  });

  test('come from where their test is made; words come from the reply', () => {
    expect(observationSource('mx-history:changed')).toBe('dns');
    expect(observationSource('recipient-confirms:exists')).toBe('person');
    expect(observationSource('text:access-denied')).toBe('reply');
  });

  test('stand in the table sorted, so that every engine counts alike', () => {
    expect([...table.observations]).toEqual([...table.observations].sort());
  });
});

test('packed weights are pairs of number and weight, and later ones count', () => {
  expect([...unpack([1, 5, 3, -7, 1, 0], new Int8Array(4))]).toEqual([0, 0, 0, -7]);
});
