import fc from 'fast-check';
import { expect, it } from 'vitest';
import { domainOf, readMailboxes } from './mailboxes.ts';

it.each([
  ['ann@example.com', [['', 'ann@example.com', 'example.com']]],
  ['Ann <ann@Example.COM.>', [['Ann', 'ann@Example.COM.', 'example.com']]],
  [
    '"Meyer, Ann" <ann@example.com>, Bob <bob@example.net>',
    [
      ['Meyer, Ann', 'ann@example.com', 'example.com'],
      ['Bob', 'bob@example.net', 'example.net'],
    ],
  ],
  ['"An \\"x\\" n" <ann@example.com>', [['An "x" n', 'ann@example.com', 'example.com']]],
  ['ann@example.com (Ann (of (the)) office, yes)', [['', 'ann@example.com', 'example.com']]],
  [
    'Friends: ann@example.com, bob@example.net;',
    [
      ['', 'ann@example.com', 'example.com'],
      ['', 'bob@example.net', 'example.net'],
    ],
  ],
  ['undisclosed-recipients:;', []],
  ['<@relay.example:ann@example.com>', [['', 'ann@example.com', 'example.com']]],
  ['"john smith"@example.com', [['', '"john smith"@example.com', 'example.com']]],
  ['=?utf-8?Q?J=C3=BCrgen?= <j@example.com>', [['Jürgen', 'j@example.com', 'example.com']]],
  ['ann@b\u00c3\u00bccher.example', [['', 'ann@bücher.example', 'xn--bcher-kva.example']]],
  ['Ann', [['', 'Ann', null]]],
  ['@example.com', [['', '@example.com', null]]],
  ['ann@localhost', [['', 'ann@localhost', null]]],
  ['ann@192.0.2.1', [['', 'ann@192.0.2.1', null]]],
  ['a b@example.com', [['', 'a b@example.com', null]]],
  ['<>', []],
  ['', []],
])('reads %j', (value, expected) => {
  expect(readMailboxes(value).map(({ name, address, domain }) => [name, address, domain])).toEqual(expected);
});

it('reads anything, and a long field in the time of its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'"\\()<>@,;: a.') }), (value) => {
      for (const { domain } of readMailboxes(value)) expect(domain === null || domain.includes('.')).toBe(true);
    }),
  );
  for (const sign of ['(', '<', '"', ',', '\\', '@', 'a@b.example,'])
    expect(readMailboxes(sign.repeat(2_000_000)).length).toBeLessThanOrEqual(200);
});

it.each(['-a.example', 'a..example', 'exa_mple.com', `${'a'.repeat(64)}.example`, '1.2.3.4', 'example'])(
  '%s is no domain of mail',
  (name) => expect(domainOf(name)).toBeNull(),
);
