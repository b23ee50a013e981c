import { expect, test } from 'vitest';
import { pagePath } from '../../address.ts';
import { allResultsPath, resultPath } from './result-path.ts';
import { searchPages } from './search-pages.ts';

test('every kind leads to its page', () => {
  expect(resultPath({ kind: 'entry', id: 'gmail/no-such-user' })).toBe('/providers/gmail/no-such-user');
  expect(resultPath({ kind: 'system', id: 'gmail' })).toBe(pagePath('gmail'));
  expect(resultPath({ kind: 'code', id: '5.4.1' })).toBe('/codes/5.4.1');
  expect(resultPath({ kind: 'comparison', id: 'a' })).toBe('/compare/a');
  expect(resultPath({ kind: 'cause', id: 'a' })).toBe('/causes/a');
  expect(resultPath({ kind: 'reason', id: 'a.b' })).toBe('/reasons/a.b');
});

test('what was asked for is written so that it comes back whole', () => {
  const query = '550 5.7.1 "a&b" #1 é+';
  expect(new URL(allResultsPath(query), 'https://example.com').searchParams.get('q')).toBe(query);
});

test('the search as the worker serves it', async () => {
  expect(await searchPages('', 1)).toEqual([]);
  const [first] = await searchPages('5.4.1', 3);
  expect(first && resultPath(first)).toBe('/codes/5.4.1');
});
