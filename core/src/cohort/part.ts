import type { Dimension, Outcome } from './outcome.ts';

/**
 * What groups are made by. `place` is the provider, or the domain where no provider is known; the
 * last two are what of a campaign, or of an IP address, goes to one provider.
 */
export type GroupBy = Dimension | 'address' | 'place' | 'campaignAtProvider' | 'ipAtProvider';

/** What an entry has in a dimension. */
export function partOf(entry: Outcome, by: GroupBy): string | null {
  const { keys } = entry;
  switch (by) {
    case 'address':
      return entry.address;
    case 'place':
      return keys.provider ?? keys.domain;
    case 'campaignAtProvider':
      return both(keys.campaign, keys.provider);
    case 'ipAtProvider':
      return both(keys.sendingIp, keys.provider);
    default:
      return keys[by];
  }
}

/** Two keys as one; the length tells where the first ends. */
function both(a: string | null, b: string | null): string | null {
  return a === null || b === null ? null : `${a.length} ${a}${b}`;
}

/** How many different parts the entries have; unknown ones count for nothing. */
export function partsOf(entries: readonly Outcome[], by: GroupBy): Set<string> {
  const parts = new Set<string>();
  for (const entry of entries) {
    const part = partOf(entry, by);
    if (part !== null) parts.add(part);
  }
  return parts;
}
