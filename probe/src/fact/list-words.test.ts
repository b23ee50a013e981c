import { expect, it } from 'vitest';
import { counted, listed } from './list-words.ts';

it.each([
  [[], 'none'],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c, d and e'],
  [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d and 2 more'],
])('%j as a sentence has them: %s', (items, text) => {
  expect(listed(items)).toBe(text);
});

it('counts one and many', () => {
  expect([counted(1, 'way'), counted(2, 'way'), counted(0, 'address', 'addresses')]).toEqual([
    '1 way',
    '2 ways',
    '0 addresses',
  ]);
});
