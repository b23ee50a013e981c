import { expect, it } from 'vitest';
import { etagOf, isUnchanged } from './etag.ts';

const etag = etagOf(Buffer.from('a page'), 'br');

it('differs by content and by encoding', () => {
  const all = ['br', 'gzip', 'identity'].flatMap((encoding) =>
    ['a page', 'another'].map((body) => etagOf(Buffer.from(body), encoding as 'br')),
  );
  expect(new Set(all).size).toBe(6);
  for (const one of all) expect(one).toMatch(/^"[\w-]+"$/);
});

it.each([
  [null, false],
  ['', false],
  [etag, true],
  [`W/${etag}`, true],
  [`"other", ${etag}`, true],
  ['*', true],
  [etag.slice(1, -1), false],
  ['"other"', false],
])('If-None-Match: %s → %s', (header, same) => {
  expect(isUnchanged(header, etag)).toBe(same);
});
