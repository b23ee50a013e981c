import { expect, test } from 'vitest';
import { GramCounts } from './gram-counts.ts';

test.each([0, 1, 2, 3, 1000])('counts up to %i different grams', (most) => {
  const counts = new GramCounts(most);
  // Grams that differ only in their upper bits, 0 and negative ones among them.
  const grams = Array.from({ length: most }, (_, i) => Math.imul(i - 1, 0x01000000) ^ (i >> 8));
  for (const [i, gram] of grams.entries()) for (let times = 0; times <= i % 3; times++) counts.add(gram);
  expect(grams.map((gram) => counts.of(gram))).toEqual(grams.map((_, i) => (i % 3) + 1));
  expect(counts.of(0x7777)).toBe(0);
});
