import { expect, it } from 'vitest';
import { contextOf } from '../check/prove-fixture.ts';
import { fact } from './fact.ts';

it('is looked up once in a run, however many ask, and anew in the next', async () => {
  let looked = 0;
  const domain = fact(async ({ subject }) => {
    looked += 1;
    return subject.domain;
  });
  const [one, other] = [contextOf({}), contextOf({ subject: { domain: 'example.net' } })];
  expect(await Promise.all([domain(one), domain(one), domain(other), domain(one)])).toEqual([
    'example.com',
    'example.com',
    'example.net',
    'example.com',
  ]);
  expect(looked).toBe(2);
});
