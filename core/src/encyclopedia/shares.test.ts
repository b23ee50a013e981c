import { expect, test } from 'vitest';
import { meanShares, sharesOfReason, sharesOfRule } from './shares.ts';

test('an entry without shares of its own has those of its reason, with how sure they are', () => {
  const { causes, own, grade } = sharesOfRule({ reason: 'recipient.edge-blocked' });
  expect([own, grade, causes[0]?.cause]).toEqual([false, 'believed', 'address-does-not-exist']);
  expect(causes).toEqual(sharesOfReason('recipient.edge-blocked').causes);
  expect(causes.reduce((sum, { share }) => sum + share, 0)).toBe(100);
});

test('an entry that knows better has its own, the largest first', () => {
  const shares = sharesOfRule({
    reason: 'recipient.unknown',
    causes: { 'refusal-disguised': 40, 'address-does-not-exist': 60 },
  });
  expect(shares.own).toBe(true);
  expect(shares.causes.map(({ cause, share }) => [cause, share])).toEqual([
    ['address-does-not-exist', 60],
    ['refusal-disguised', 40],
  ]);
});

test('a mean sums to 100 whatever is rounded, and of equal remainders the lower id gets the rest', () => {
  const one = { reason: 'recipient.unknown' as const, causes: { 'refusal-disguised': 100 } };
  const two = { reason: 'recipient.unknown' as const, causes: { 'mailbox-moved': 100 } };
  const three = { reason: 'recipient.unknown' as const, causes: { 'account-closed': 100 } };
  const mean = meanShares([one, two, three]);
  expect(mean.map(({ cause, share }) => [cause, share])).toEqual([
    ['account-closed', 34],
    ['mailbox-moved', 33],
    ['refusal-disguised', 33],
  ]);
  expect(meanShares([])).toEqual([]);
});
