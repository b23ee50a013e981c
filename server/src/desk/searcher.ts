import { MAX_QUERY, MAX_RESULTS } from '../limits.ts';
import type { SearchResults, SearchTask } from './search-task.ts';

/** What runs searches. */
export interface SearchThread {
  /** @throws ThreadError */
  run(task: SearchTask): Promise<unknown>;
}

/** Asks the thread that searches the encyclopedia. */
export class Searcher {
  readonly #thread: SearchThread;

  constructor(thread: SearchThread) {
    this.#thread = thread;
  }

  /** Has the index made, so that the first search need not wait for it. */
  async warm(): Promise<void> {
    // a thread that cannot be warmed says so again when it is needed
    await this.search('bounce').catch(() => {});
  }

  /** Pages for a query, of which the first 2,048 characters count. @throws ThreadError */
  async search(query: string): Promise<SearchResults> {
    const asked = query.slice(0, MAX_QUERY);
    if (asked.trim() === '') return [];
    return (await this.#thread.run({ query: asked, limit: MAX_RESULTS })) as SearchResults;
  }
}
