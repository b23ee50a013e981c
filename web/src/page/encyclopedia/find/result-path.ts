import type { SearchResult } from '@whybounce/core/encyclopedia';
import { causePath, codePath, comparisonPath, reasonPath, rulePath, systemPath } from '../../../address.ts';

const paths: Readonly<Record<SearchResult['kind'], (id: string) => string>> = {
  entry: rulePath,
  code: codePath,
  system: systemPath,
  comparison: comparisonPath,
  cause: causePath,
  reason: reasonPath,
};

/** Where a search result leads. */
export function resultPath({ kind, id }: Pick<SearchResult, 'kind' | 'id'>): string {
  return paths[kind](id);
}
