import { expect, test } from 'vitest';
import { nearest, suggestion } from './nearest.ts';

const known = ['reason', 'meaning', 'needsHost', 'id', 'recipient.unknown', 'recipient.disabled'];

test.each([
  ['reasn', 'reason'],
  ['raeson', 'reason'],
  ['needshost', 'needsHost'],
  ['needs_host', 'needsHost'],
  ['recipient.unkown', 'recipient.unknown'],
  ['Id', 'id'],
  ['x', null],
  ['colour', null],
  ['', null],
])('%s means %s', (word, meant) => expect(nearest(word, known)).toBe(meant));

test('a word without end is nobody’s slip', () => {
  for (let i = 0; i < 1_000; i++) expect(nearest('reason'.repeat(100_000), known)).toBe(null);
});

test('a suggestion is a sentence, or nothing', () => {
  expect(suggestion('reasn', known)).toBe(' Did you mean "reason"?');
  expect(suggestion('colour', known)).toBe('');
});
