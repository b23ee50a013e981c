import { expect, test } from 'vitest';
import { describe, headingOf, MAX_DESCRIPTION } from './description.ts';

test('as many whole sentences as fit', () => {
  expect(describe('The address is gone. Take it off the list.', `It ${'really '.repeat(30)}is.`)).toBe(
    'The address is gone. Take it off the list.',
  );
});

test('a sentence that is too long is cut at a word', () => {
  const text = describe(`The ${'very '.repeat(60)}long sentence.`);
  expect(text.length).toBeLessThanOrEqual(MAX_DESCRIPTION);
  expect(text).toMatch(/very…$/);
});

test('a code is no end of a sentence', () => {
  expect(describe('5.4.1: The host did not answer. It may later.')).toBe(
    '5.4.1: The host did not answer. It may later.',
  );
});

test('a heading has no full stop', () => expect(headingOf('Nobody has it.')).toBe('Nobody has it'));
