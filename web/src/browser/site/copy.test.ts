import { expect, test } from 'vitest';
import { textToCopy } from './copy.ts';

test('the text of the button itself counts, be it empty', () => {
  expect(textToCopy('550 5.1.1', { textContent: 'other' })).toBe('550 5.1.1');
  expect(textToCopy('', { textContent: 'other' })).toBe('');
});

test('a field gives what was typed, anything else its text', () => {
  expect(textToCopy(undefined, { value: 'typed', textContent: 'first' })).toBe('typed');
  expect(textToCopy(undefined, { textContent: 'v=spf1 -all' })).toBe('v=spf1 -all');
  // The value of a list item is a number, and no text.
  expect(textToCopy(undefined, { value: 3, textContent: 'third' })).toBe('third');
});

test('nothing to copy is told from an empty text', () => expect(textToCopy(undefined, null)).toBeNull());
