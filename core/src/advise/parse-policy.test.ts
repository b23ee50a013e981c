import { describe, expect, test } from 'vitest';
import { PolicyError, parsePolicy } from './parse-policy.ts';
import { builtInPolicy } from './policy.ts';

const nothing: ReadonlySet<string> = new Set();

describe('which row counts', () => {
  const policy = parsePolicy([
    { cause: 'mailbox-full-for-now', do: 'hold' },
    { cause: 'mailbox-full-for-now', reason: 'recipient.over-quota', do: 'retry', retryAfter: 600 },
    {
      cause: 'mailbox-full-for-now',
      when: 'full-for:weeks',
      do: 'hold',
      retryAfter: 60,
      then: 'suppress',
      why: 'Long  full.',
    },
    { reason: 'policy.generic', do: 'fix' },
  ]);

  test('an operator’s row before a built-in one', () => {
    expect(policy.rowFor('mailbox-full-for-now', 'route.expired', nothing)).toMatchObject({
      do: 'hold',
      retryAfter: null,
    });
    expect(builtInPolicy().rowFor('mailbox-full-for-now', 'route.expired', nothing)).toMatchObject({ do: 'retry' });
  });

  test('even where a built-in one names the reason or asks for observations', () => {
    const plain = parsePolicy([{ cause: 'address-does-not-exist', do: 'ignore' }]);
    const seen = new Set(['control-recipient-same-domain:accepted', 'second-try:refused']);
    expect(builtInPolicy().rowFor('address-does-not-exist', 'recipient.edge-blocked', seen)?.do).toBe('suppress');
    expect(plain.rowFor('address-does-not-exist', 'recipient.edge-blocked', seen)?.do).toBe('ignore');
    expect(plain.rowFor('address-does-not-exist', 'recipient.edge-blocked', nothing)?.do).toBe('ignore');
  });

  test('one that names the reason before one that does not', () => {
    expect(policy.rowFor('mailbox-full-for-now', 'recipient.over-quota', nothing)).toMatchObject({
      do: 'retry',
      retryAfter: 600,
    });
  });

  test('one that asks for an observation, where that was made, before all', () => {
    expect(policy.rowFor('mailbox-full-for-now', 'recipient.over-quota', new Set(['full-for:weeks']))).toMatchObject({
      do: 'hold',
      then: 'suppress',
      why: 'Long full.',
    });
  });

  test('the last of equal ones', () => {
    const twice = parsePolicy([
      { cause: 'greylisted', do: 'hold' },
      { cause: 'greylisted', do: 'ignore' },
    ]);
    expect(twice.rowFor('greylisted', 'rate.greylist', nothing)?.do).toBe('ignore');
  });

  test('what the operator does not speak of stays as it is built in', () => {
    for (const cause of ['sender-ip-listed', 'address-does-not-exist'] as const)
      expect(policy.rowFor(cause, 'recipient.unknown', nothing)).toEqual(
        builtInPolicy().rowFor(cause, 'recipient.unknown', nothing),
      );
    expect(policy.whileOpen['policy.generic'].do).toBe('fix');
    expect(policy.whileOpen['policy.access-denied']).toEqual(builtInPolicy().whileOpen['policy.access-denied']);
  });
});

test.each<[string, unknown, RegExp]>([
  ['no list', { cause: 'greylisted' }, /a policy is a list of rows/],
  ['no object', [5], /row 1: it is no object/],
  ['unknown key', [{ cause: 'greylisted', do: 'hold', deed: 1 }], /"deed" is not known: write cause, causes, /],
  ['unknown cause', [{ cause: 'bad luck', do: 'hold' }], /row 1: causes has "bad luck", which does not exist/],
  ['unknown reason', [{ reason: 'x', do: 'hold' }], /reasons has "x"/],
  ['unknown observation', [{ cause: 'greylisted', when: ['rain:yes'], do: 'hold' }], /when has "rain:yes"/],
  ['nothing named', [{ do: 'hold' }], /names neither causes nor reasons/],
  ['unknown deed', [{ cause: 'greylisted', do: 'delete' }], /do is "delete": write one of suppress, hold, /],
  ['no deed', [{ cause: 'greylisted' }], /do is undefined/],
  ['unknown then', [{ cause: 'greylisted', do: 'hold', then: 'panic' }], /then is "panic"/],
  [
    'seconds as text',
    [{ cause: 'greylisted', do: 'retry', retryAfter: '1h' }],
    /retryAfter is "1h": write whole seconds/,
  ],
  ['no seconds', [{ cause: 'greylisted', do: 'retry', retryAfter: 0 }], /retryAfter is 0/],
  [
    'a sender’s cause that suppresses',
    [{ cause: 'sender-ip-listed', do: 'suppress' }],
    /suppress an address for sender-ip-listed/,
  ],
  ['the same later', [{ cause: 'greylisted', do: 'hold', then: 'suppress' }], /suppress an address for greylisted/],
  ['a reason that suppresses', [{ reason: 'recipient.unknown', do: 'suppress' }], /no cause is clear then/],
  ['a long sentence', [{ cause: 'greylisted', do: 'hold', why: 'x'.repeat(501) }], /why is no sentence/],
  ['too many rows', Array.from({ length: 5_001 }, () => ({})), /it has 5001 rows/],
])('%s is refused with what to write', (_name, data, message) => {
  expect(() => parsePolicy(data)).toThrow(PolicyError);
  expect(() => parsePolicy(data)).toThrow(message);
});
