import { describe, expect, test } from 'vitest';
import { keepPage, mayKeep } from './page-cache.ts';

/** A cache in memory that lists its entries in the order in which they came, as the standard has it. */
function memoryCache(): Cache {
  const entries = new Map<string, Response>();
  return {
    delete: async (key: string) => entries.delete(key),
    put: async (key: string, response: Response) => void entries.set(key, response),
    keys: async () => [...entries.keys()],
  } as unknown as Cache;
}

test('the page that was not seen for the longest time goes', async () => {
  const cache = memoryCache();
  for (const path of ['/a', '/b', '/c', '/a', '/d']) await keepPage(cache, path, new Response(path), 3);
  expect(await cache.keys()).toEqual(['/c', '/a', '/d']);
});

describe('kept is', () => {
  const page = (more: Partial<Response> = {}, headers: Record<string, string> = {}): boolean =>
    mayKeep({
      ok: true,
      type: 'basic',
      redirected: false,
      headers: new Headers({ 'Content-Type': 'text/html; charset=utf-8', ...headers }),
      ...more,
    });

  test('a page', () => {
    expect(page()).toBe(true);
    expect(page({}, { 'Cache-Control': 'no-cache' })).toBe(true);
  });

  test('no error, no other site, no redirect, no file, nothing that its server keeps to itself', () => {
    expect(page({ ok: false })).toBe(false);
    expect(page({ type: 'opaque' })).toBe(false);
    expect(page({ redirected: true })).toBe(false);
    expect(page({}, { 'Content-Type': 'application/json' })).toBe(false);
    expect(page({}, { 'Cache-Control': 'max-age=0, No-Store' })).toBe(false);
    expect(page({}, { 'Cache-Control': 'private' })).toBe(false);
  });
});
