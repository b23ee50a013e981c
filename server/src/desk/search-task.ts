import type { SearchResult } from '@whybounce/core/encyclopedia';

/** A search of the encyclopedia. */
export interface SearchTask {
  readonly query: string;
  readonly limit: number;
}

/** What was found, the best first. */
export type SearchResults = readonly SearchResult[];
