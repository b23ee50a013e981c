import { describe, expect, it } from 'vitest';
import { contextOf } from '../check/prove-fixture.ts';
import type { HttpsFetcher, HttpsResponse } from './response.ts';
import { SharedFetches } from './shared.ts';

/** A server that answers when it is told to, and counts what it was asked. */
function slowServer(): { readonly asked: string[]; readonly fetcher: HttpsFetcher; answer(): void } {
  const asked: string[] = [];
  let waiting: (() => void)[] = [];
  const pages = contextOf({ https: { 'https://a.example/': { text: 'a' } } }).https as HttpsFetcher;
  return {
    asked,
    fetcher: {
      get: async (url): Promise<HttpsResponse> => {
        asked.push(url);
        await new Promise<void>((resolve) => waiting.push(resolve));
        return pages.get(url);
      },
    },
    answer: () => {
      for (const resolve of waiting) resolve();
      waiting = [];
    },
  };
}

describe('requests under way', () => {
  it('are one for all who ask for the same, and made anew afterwards', async () => {
    const server = slowServer();
    const shared = new SharedFetches();
    const ask = () => shared.of(server.fetcher, 'domain a.example').get('https://a.example/');
    const all = Array.from({ length: 100 }, ask);
    server.answer();
    expect(new Set((await Promise.all(all)).map(({ status }) => status))).toEqual(new Set([200]));
    expect(server.asked).toHaveLength(1);
    const again = ask();
    server.answer();
    await again;
    expect(server.asked).toHaveLength(2);
  });

  it('are not shared between different topics or pages', async () => {
    const server = slowServer();
    const shared = new SharedFetches();
    const all = [
      shared.of(server.fetcher, 'domain a.example').get('https://a.example/'),
      shared.of(server.fetcher, 'domain b.example').get('https://a.example/'),
      shared.of(server.fetcher, 'domain a.example').get('https://a.example/other'),
    ];
    server.answer();
    await Promise.all(all);
    expect(server.asked).toHaveLength(3);
  });

  it('that fail are forgotten as well', async () => {
    const shared = new SharedFetches();
    let asked = 0;
    const broken: HttpsFetcher = {
      get: () => {
        asked += 1;
        return Promise.reject(new Error('a fault'));
      },
    };
    for (let time = 1; time <= 2; time++) {
      await expect(shared.of(broken, '').get('https://a.example/')).rejects.toThrow('a fault');
      expect(asked).toBe(time);
    }
  });
});
