import type { Entry } from '@whybounce/knowledge';
import { expect, test } from 'vitest';
import { entryName, sayName } from './entry-name.ts';
import { loadEntryNames } from './entry-names.ts';

const entry: Entry = {
  id: 'no-such-user',
  codes: ['550', '5.1.1'],
  text: ['no such user'],
  reason: 'recipient.unknown',
  meaning: 'Nobody has it.',
  steps: ['Check it.'],
  sources: [],
  status: 'observed',
  matches: ['550 5.1.1 No such user here'],
  mustNotMatch: [],
};

test('an entry is named by its reply', () => {
  expect(sayName(entryName('example', entry))).toBe('550 5.1.1 No such user here');
});

test('the lines of a reply are joined, and the code before each is left out', () => {
  const matches = ['550-5.1.1 Sorry.\r\n550 5.1.1 There is no such user'];
  expect(sayName(entryName('example', { ...entry, matches }))).toBe('550 5.1.1 There is no such user');
});

test('a range is named as the entry writes it', () => {
  const name = entryName('example', { ...entry, codes: ['5.7.606-649'], matches: ['550 5.7.612 No such user'] });
  expect(name.codes).toEqual(['550', '5.7.606-649']);
});

test('without words the slug speaks, without the code in it', () => {
  const { text: _, ...silent } = entry;
  const matches = ['550 5.1.6 something'];
  const name = entryName('example', { ...silent, id: 'x-1-6-moved', codes: ['X.1.6'], matches });
  expect(name).toEqual({ rule: 'example/x-1-6-moved', codes: ['550', '5.1.6'], words: 'Moved', isQuoted: false });
});

test('no two entries of a system are called the same', async () => {
  const names = [...(await loadEntryNames()).values()];
  const said = names.map((name) => `${name.rule.split('/')[0]} ${sayName(name).toLowerCase()}`);
  expect(said.length).toBeGreaterThan(2_000);
  expect(said.filter((text, i) => said.indexOf(text) !== i)).toEqual([]);
});
