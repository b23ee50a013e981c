import type { CodePage } from '@whybounce/core/encyclopedia';
import { shortSystemName } from '../name/system-name.ts';
import { byKind } from '../name/system-order.ts';

/** Systems, and kinds of refusal, that are named before a reader has to look further. */
const MAX_SYSTEMS = 3;
const MAX_REASONS = 3;

/** The first systems with a name that send a code, as a list for a sentence; empty where none is known. */
export function namedSenders({ usedBy }: CodePage, most = MAX_SYSTEMS): string {
  const systems = usedBy
    .map(({ system }) => system)
    .filter(({ kind }) => kind !== 'wording')
    .sort(byKind);
  return [...new Set(systems.map(({ name }) => shortSystemName(name)))].slice(0, most).join(', ');
}

/**
 * What a code mostly says: by the registry, or where that does not have it, what those who send it say
 * most often.
 */
export function usualReasons({ reasons, usedBy }: CodePage): CodePage['reasons'] {
  if (reasons.length > 0) return reasons;
  const counts = new Map<string, { readonly reason: (typeof reasons)[number]; count: number }>();
  for (const { reason, sayReason } of usedBy.flatMap(({ entries }) => entries)) {
    const known = counts.get(reason);
    if (known === undefined) counts.set(reason, { reason: { reason, says: sayReason }, count: 1 });
    else known.count++;
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_REASONS)
    .map(({ reason }) => reason);
}
