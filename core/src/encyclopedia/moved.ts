import { movedPages } from '@whybounce/knowledge/system';

/** A chain of moves is never longer than this; beyond it the table goes in a circle. */
const MAX_MOVES = 8;

/** Where a page stands now: the slug itself unless it has moved. */
export function currentSlug(slug: string): string {
  let current = slug;
  for (let moves = 0; moves < MAX_MOVES && Object.hasOwn(movedPages, current); moves++)
    current = movedPages[current] ?? current;
  return current;
}
