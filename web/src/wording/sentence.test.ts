import { expect, test } from 'vitest';
import { listed, sentence } from './sentence.ts';

const link = { href: '/codes/550' };

test('elements stand in a sentence as they are, between its words', () => {
  expect(sentence<typeof link>`See ${link}${''}, ${'twice'}.`).toEqual(['See ', link, ', ', 'twice', '.']);
});

test('a sentence in a sentence is a part of it', () => {
  const inner = listed<typeof link>([link, 'b', sentence<typeof link>`${link} 3`]);
  expect(sentence<typeof link>`By ${inner}.`).toEqual(['By ', link, ', ', 'b', ', ', link, ' 3', '.']);
});

test('words of others are no gaps', () => {
  expect(sentence<never>`At ${'{link} {0} %s'}.`.join('')).toBe('At {link} {0} %s.');
});
