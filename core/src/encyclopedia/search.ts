import { causeTable } from '@whybounce/knowledge/cause';
import { comparisons } from '@whybounce/knowledge/comparison';
import { loadSystem, systemSlugs } from '@whybounce/knowledge/system';
import { causeIds } from './cause-page.ts';
import { searchedComparison } from './compact-words.ts';
import type { SearchSource } from './search-documents.ts';
import { type SearchResult, searchIn } from './search-engine.ts';
import { buildLibrary, type SearchLibrary } from './search-library.ts';

let library: Promise<SearchLibrary> | undefined;

/**
 * Searches all pages, offline: words, "exact phrases", codes, hosts, beginnings of words, small typing
 * errors. What is named outright comes first (a code, a system, an id), then the entry that reads the
 * query as a reply, then what its words find. The first call loads the files of all systems.
 *
 * @param query what somebody typed or pasted; only its first 2,048 characters count
 * @param limit how many results at most, from 1 to 100
 * @returns the best first; of equal ones entries before codes before systems, then by id
 */
export async function search(query: string, limit = 10): Promise<SearchResult[]> {
  library ??= knowledgeFiles().then((source) => buildLibrary(source));
  return searchIn(await library, query, limit);
}

/** What is searched, from the knowledge's own files. */
export async function knowledgeFiles(): Promise<SearchSource> {
  const systems = await Promise.all(systemSlugs.map(async (slug) => ({ slug, system: await loadSystem(slug) })));
  return {
    systems: systems.flatMap(({ slug, system }) => (system === null ? [] : { slug, ...system })),
    comparisons: comparisons.map(searchedComparison),
    causes: causeIds().map((id) => ({ id, ...causeTable[id] })),
  };
}
