import { expect, it } from 'vitest';
import { TokenBuckets } from './token-bucket.ts';

it('gives each client some at once and then one for each second', () => {
  let now = 0;
  const buckets = new TokenBuckets({ perSecond: 1, burst: 3 }, () => now);
  const taken = (client: string, times: number): number =>
    Array.from({ length: times }, () => buckets.take(client)).filter(Boolean).length;
  expect([taken('a', 5), taken('b', 2)]).toEqual([3, 2]);
  now = 1_500;
  expect(taken('a', 3)).toBe(1);
  now = 60_000;
  expect(taken('a', 10)).toBe(3);
});

it('remembers so many clients and no more', () => {
  const buckets = new TokenBuckets({ perSecond: 0, burst: 1 }, () => 0);
  buckets.take('first');
  expect(buckets.take('first')).toBe(false);
  for (let client = 0; client < 10_000; client++) buckets.take(`c${client}`);
  expect(buckets.take('first')).toBe(true);
});
