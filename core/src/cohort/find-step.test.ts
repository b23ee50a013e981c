import { describe, expect, test } from 'vitest';
import { attempt, hours, morning } from './cohort-fixture.ts';
import { findSteps, type StepOptions } from './find-step.ts';
import { Tally } from './tally.ts';

/** Two days of a hundred mails an hour, one in fifty to a dead address; `more` of them fail as said. */
function tallyOf(more: (hour: number) => { said: 'spam' | 'unknown' | 'timeout'; count: number } | null): Tally {
  const tally = new Tally();
  for (let hour = 0; hour < 48; hour++) {
    const { said, count } = more(hour) ?? { said: null, count: 0 };
    for (let i = 0; i < 100; i++) {
      const what = i < count ? said : i % 50 === 49 ? 'unknown' : null;
      tally.add(attempt(`u${hour}-${i}@d${i % 7}.example.com`, what, hour * hours + i * 30_000));
    }
  }
  return tally;
}

test('nothing begins where all is as always', () => expect(findSteps(tallyOf(() => null))).toEqual([]));

test('a refusal never seen before, from its first hour to its last', () => {
  const steps = findSteps(tallyOf((hour) => (hour >= 20 && hour < 26 ? { said: 'spam', count: 30 } : null)));
  expect(steps).toMatchObject([
    {
      kind: 'failure',
      isFirstSeen: true,
      since: morning + 20 * hours,
      until: morning + 26 * hours,
      attempts: 100,
      failures: 30,
      expected: 0,
    },
  ]);
  expect(steps[0]?.rule).toMatch(/\//);
  expect(steps[0]?.pValue).toBeLessThan(1e-20);
  expect(steps[0]?.id).toBe(`failure:${steps[0]?.rule}@2026-05-28T05:00:00.000Z`);
});

test('a known refusal that becomes several times as frequent, and lasts', () => {
  const steps = findSteps(tallyOf((hour) => (hour >= 40 ? { said: 'unknown', count: 25 } : null)));
  expect(steps).toMatchObject([{ isFirstSeen: false, since: morning + 40 * hours, until: null, expected: 2 }]);
});

test('a larger volume alone is no step', () => {
  const tally = tallyOf(() => null);
  for (let i = 0; i < 5_000; i++)
    tally.add(attempt(`w${i}@example.net`, i % 50 === 0 ? 'unknown' : null, 30 * hours + i * 100));
  expect(findSteps(tally)).toEqual([]);
});

test('deferrals are a series of their own', () => {
  expect(findSteps(tallyOf((hour) => (hour === 30 ? { said: 'timeout', count: 40 } : null)))).toMatchObject([
    { kind: 'deferral', since: morning + 30 * hours },
  ]);
});

test('where no delivery is seen, a step is one of the share of all refusals', () => {
  const tally = new Tally();
  for (let hour = 0; hour < 30; hour++)
    for (let i = 0; i < 20; i++)
      tally.add(attempt(`u${hour}-${i}@example.com`, hour === 25 && i < 15 ? 'spam' : 'unknown', hour * hours + i));
  expect(findSteps(tally)).toMatchObject([{ since: morning + 25 * hours, failures: 15, attempts: 20 }]);
});

test('what is normal can be handed in', () => {
  const tally = tallyOf((hour) => (hour === 2 ? { said: 'spam', count: 30 } : null));
  // Two hours are no baseline.
  expect(findSteps(tally)).toEqual([]);
  const normal: StepOptions['normal'] = (kind) => (kind === 'failure' ? 2 : undefined);
  expect(findSteps(tally, { normal })).toMatchObject([{ since: morning + 2 * hours, failures: 30, expected: 2 }]);
});

describe('an option that cannot be meant', () => {
  test.each([
    [{ falseAlarm: 2 }, 'falseAlarm is 2: write a share between 0 and 1, such as 0.005.'],
    [{ baseline: 1 }, 'baseline is 1: write a whole number of buckets from 4, such as 168.'],
  ])('%j says what to write', (options, message) => {
    expect(() => findSteps(new Tally(), options)).toThrow(new RangeError(message));
  });
});
