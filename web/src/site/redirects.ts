import { movedPages } from '@whybounce/knowledge/system';
import { pagePath } from '../address.ts';

/** A path that leads to another for ever. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** A chain of moves is never longer than this; beyond it the table goes in a circle. */
const MAX_MOVES = 8;

/**
 * Pages that have moved, each to where it stands now.
 *
 * @param moved old → new slug, as the knowledge has it
 */
export function redirects(moved: Readonly<Record<string, string>> = movedPages): Redirect[] {
  return Object.keys(moved).map((slug) => ({ from: pagePath(slug), to: pagePath(currentOf(slug, moved)) }));
}

function currentOf(slug: string, moved: Readonly<Record<string, string>>): string {
  let current = slug;
  for (let moves = 0; moves < MAX_MOVES && Object.hasOwn(moved, current); moves++) current = moved[current] ?? current;
  return current;
}
