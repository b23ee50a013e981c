import { exactPage } from '@whybounce/core/encyclopedia';
import { resultPath } from '../address.ts';

/** The path of the one page that a query names: a code as a whole, or what a system is called. Null for anything else. */
export function exactPath(query: string): string | null {
  const page = exactPage(query);
  return page === null ? null : resultPath(page);
}
