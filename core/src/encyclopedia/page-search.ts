import { engineTables } from './compact-source.ts';
import { type SearchResult, searchIn } from './search-engine.ts';
import { buildLibrary, type Pause } from './search-library.ts';

export type { SearchKind } from './search-documents.ts';
export type { SearchResult } from './search-engine.ts';
export type { Pause } from './search-library.ts';

/**
 * Searches all pages, as `search` of `@whybounce/core/encyclopedia` does and with its results.
 *
 * @param query what somebody typed or pasted; only its first 2,048 characters count
 * @param limit how many results at most, from 1 to 100
 */
export type PageSearch = (query: string, limit: number) => SearchResult[];

/**
 * Makes a search for a web page: from the engine's own tables, without the files of all systems.
 *
 * @param pause called between slices of some milliseconds while the index is built, so that whatever
 *   else waits has its turn
 */
export async function openSearch(pause?: Pause): Promise<PageSearch> {
  const library = await buildLibrary(await engineTables(), pause);
  return (query, limit) => searchIn(library, query, limit);
}
