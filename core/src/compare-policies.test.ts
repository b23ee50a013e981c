import { expect, test } from 'vitest';
import { parsePolicy } from './advise/parse-policy.ts';
import { builtInPolicy } from './advise/policy.ts';
import { comparePolicies, tryPolicy } from './compare-policies.ts';
import { decode } from './decode.ts';
import { decodeReply } from './reply.ts';

test('a policy does nothing otherwise than itself', () => {
  expect(comparePolicies(builtInPolicy())).toEqual([]);
  expect(comparePolicies(parsePolicy([]))).toEqual([]);
});

test('a difference names cause, reason, before and after, behind every reason of the cause', () => {
  const differences = comparePolicies(parsePolicy([{ cause: 'mailbox-full-for-now', do: 'hold' }]));
  expect(differences.map(({ cause, reason, before, after }) => [cause, reason, before.do, after.do])).toEqual([
    ['mailbox-full-for-now', 'recipient.over-quota', 'retry', 'hold'],
    ['mailbox-full-for-now', 'recipient.over-quota-long', 'retry', 'hold'],
    ['mailbox-full-for-now', 'route.expired', 'retry', 'hold'],
  ]);
});

test('another pause, or another end, is a difference', () => {
  const row = { cause: 'quota-too-small', do: 'retry', retryAfter: 86_400 };
  expect(comparePolicies(parsePolicy([row]))).toEqual([]);
  for (const change of [{ retryAfter: 3_600 }, { then: 'hold' }])
    expect(comparePolicies(parsePolicy([{ ...row, ...change }])).length).toBeGreaterThan(0);
});

test('another sentence alone is no difference', () => {
  const same = { cause: 'mailbox-full-for-now', do: 'retry', retryAfter: 86_400, why: 'In our words.' };
  expect(comparePolicies(parsePolicy([same]))).toEqual([]);
});

test('a dry run tells what would change, and only that', () => {
  const events = decode(
    ['552 5.2.2 The mailbox is full', '550 5.1.1 User unknown', '250 2.0.0 Ok: queued', '450 4.7.1 Greylisted'].join(
      '\n',
    ),
    { as: 'reply' },
  );
  const changes = tryPolicy(events, parsePolicy([{ cause: 'mailbox-full-for-now', do: 'hold' }]));
  expect(changes.map(({ event, before, after }) => [event.input, before.do, after.do])).toEqual([
    ['-:1', 'retry', 'hold'],
  ]);
});

test('a temporary refusal suppresses under no policy', () => {
  const policy = parsePolicy([{ cause: 'mailbox-full-for-now', do: 'suppress' }]);
  const [change] = tryPolicy([decodeReply('452 4.2.2 The mailbox is full')], policy);
  expect(change?.after.do ?? 'retry').toBe('retry');
  const [final] = tryPolicy([decodeReply('552 5.2.2 The mailbox is full')], policy);
  expect(final?.after.do).toBe('suppress');
});
