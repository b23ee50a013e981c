import { expect, test } from 'vitest';
import { Matcher } from '../../core/src/match/matcher.ts';
import { normalise } from '../../core/src/text/normalise.ts';
import type { Entry } from '../../knowledge/src/define.ts';
import { tableOf } from '../../knowledge/src/table-of.ts';
import { barestReplies, ownersOf, proofOwners, tieOf } from '../../tools/shared-claims.ts';

const entry = (id: string, more: Partial<Entry>): Entry => ({
  id,
  reason: 'recipient.unknown',
  meaning: 'Nobody is there.',
  steps: ['Look.'],
  sources: [],
  status: 'observed',
  matches: [],
  mustNotMatch: [],
  ...more,
});

const fileOf = (...entries: readonly Entry[]) => ({
  path: 'provider/here.ts',
  slug: 'here',
  system: { name: 'Here', kind: 'mailbox-provider' as const, hosts: ['mx.example.net'], entries },
});

function tiesOf(...entries: readonly Entry[]): string[] {
  const file = fileOf(...entries);
  const matcher = new Matcher(tableOf([file], 'test', normalise));
  const ties = entries.flatMap((one) =>
    [...barestReplies(one, file.system.hosts)].map((r) => tieOf(matcher.matches(r))),
  );
  return [...new Set(ties.flatMap((tie) => (tie === null ? [] : [`${tie[0].rule} ${tie[1].rule}`])))];
}

test('a reply that two entries prove themselves with is one, however it is written', () => {
  const owners = proofOwners([
    fileOf(
      entry('a', { matches: ['550 No such  user', { line: '550 Gone', host: 'MX.example.net' }] }),
      entry('b', { matches: ['550 no such user', '550 Gone'] }),
    ),
  ]);
  expect(ownersOf('550 NO SUCH USER', owners)).toEqual(['here/a', 'here/b']);
  expect(ownersOf({ line: '550 gone', host: 'mx.example.net' }, owners)).toEqual(['here/a']);
  expect(ownersOf('550 Gone', owners)).toEqual(['here/b']);
  expect(ownersOf('550 Else', owners)).toEqual([]);
});

test('the same words tie, whatever the reasons are', () => {
  expect(tiesOf(entry('a', { text: ['no such user'] }), entry('b', { text: ['no such user'] }))).toEqual([
    'here/a here/b',
  ]);
});

test('words that tie with one code only are found by that code', () => {
  const word = entry('a', { text: ['gone * away'], codes: ['550'] });
  expect(tiesOf(word, entry('b', { text: ['gone * away'], codes: ['551'], needsCode: true }))).toEqual([]);
  expect(tiesOf(word, entry('b', { text: ['gone * away'], codes: ['550'], needsCode: true }))).toEqual([
    'here/a here/b',
  ]);
});

test('ranges and both classes of a code are looked at', () => {
  const codes = (id: string, code: string) => entry(id, { codes: [code] });
  expect(tiesOf(codes('a', 'X.7.26'), codes('b', '4.7.26'))).toEqual(['here/a here/b']);
  expect(tiesOf(codes('a', '5.7.606-649'), codes('b', '5.7.649'))).toEqual(['here/a here/b']);
  expect(tiesOf(codes('a', '5.7.606-649'), codes('b', '5.7.650'))).toEqual([]);
});
