import type { SearchResult } from '@whybounce/core/search';
import { causePath, codePath, comparisonPath, reasonPath, rulePath, systemPath } from '../../address.ts';

const paths: Readonly<Record<SearchResult['kind'], (id: string) => string>> = {
  entry: rulePath,
  code: codePath,
  system: systemPath,
  comparison: comparisonPath,
  cause: causePath,
  reason: reasonPath,
};

/** Where the page stands that was found. */
export function resultPath({ kind, id }: Pick<SearchResult, 'kind' | 'id'>): string {
  return paths[kind](id);
}

/** The page with all results of a query. */
export function allResultsPath(query: string): string {
  return `/search?${new URLSearchParams({ q: query })}`;
}
