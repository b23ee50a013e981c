import { describe, expect, test } from 'vitest';
import { markWords } from './marked-words.ts';

/** Marks as brackets. */
const marked = (text: string, query: string): string =>
  markWords(text, query)
    .map((stretch) => (stretch.isMarked ? `[${stretch.text}]` : stretch.text))
    .join('');

describe('words of the query are marked', () => {
  test.each([
    ['at the beginning of words, whatever the case', 'Mailbox full', 'mail FULL', '[Mail]box [full]'],
    ['not inside of words', 'unknown user', 'know', 'unknown user'],
    ['codes as a whole', '550 5.4.1 and 5x4x1', '5.4.1', '550 [5.4.1] and 5x4x1'],
    ['the longer of two that begin alike', 'mailbox', 'mail mailbox', '[mailbox]'],
    ['of other scripts', 'Ящик переполнен', 'ящик', '[Ящик] переполнен'],
    ['with signs that mean something in patterns', 'a (b) [c]', '(b) c$', 'a ([b]) [[c]]'],
    ['none in a query of signs', 'a b', '"*"', 'a b'],
  ])('%s', (_, text, query, expected) => expect(marked(text, query)).toBe(expected));
});

test('marking loses nothing of the text, whatever is asked', () => {
  const text = '550 5.7.1 Message rejected (policy) — see https://example.com/help?id=5.7.1';
  for (const query of ['', 'message', '5', '.', 'see https', 'x'.repeat(10_000), Array(5_000).fill('a1').join(' ')])
    expect(
      markWords(text, query)
        .map((stretch) => stretch.text)
        .join(''),
    ).toBe(text);
});
