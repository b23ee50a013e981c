import type { HttpsFetcher, HttpsResponse } from './response.ts';

/**
 * Requests under way. Whoever asks for the same while one is on its way waits for that one: a thousand people who look
 * at a domain at once are one request to its web server, which is a stranger's.
 */
export class SharedFetches {
  readonly #underWay = new Map<string, Promise<HttpsResponse>>();

  /**
   * @param topic what it is asked for, such as `domain example.com`: only requests for the same are shared, as each
   *   spends the DNS budget of whoever made it
   */
  of(fetcher: HttpsFetcher, topic: string): HttpsFetcher {
    return {
      get: (url) => {
        const key = `${topic} ${url}`;
        const same = this.#underWay.get(key);
        if (same !== undefined) return same;
        const mine = fetcher.get(url).finally(() => this.#underWay.delete(key));
        this.#underWay.set(key, mine);
        return mine;
      },
    };
  }
}
