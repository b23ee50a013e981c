import { UNKNOWN } from './key-table.ts';
import { type Dimension, dimensions } from './outcome.ts';
import type { Cell, Totals } from './tally.ts';

/** Below this share of deliveries a dimension is known by accident only. */
const KNOWN_SHARE = 0.05;

/** Dimensions that a refusal may name and a delivery does not: an IP address in its words, a campaign in the returned headers. */
const saidByRefusals: ReadonlySet<Dimension> = new Set(['campaign', 'segment', 'sendingIp', 'sendingDomain']);

/**
 * The dimensions in which cohorts have rates: those that are known of deliveries too. Where only refusals
 * name the sending IP address, every address seems to be refused always.
 *
 * @returns numbers of dimensions
 */
export function comparableDimensions(cells: readonly Cell[], totals: Totals = {}): Set<number> {
  const usable = new Set<number>();
  for (const [d, dimension] of dimensions.entries()) {
    let known = 0;
    let all = 0;
    for (const { keys, deliveries } of cells) {
      all += deliveries;
      if (keys[d] !== UNKNOWN) known += deliveries;
    }
    if (
      totals[dimension] !== undefined ||
      (known > 0 && (!saidByRefusals.has(dimension) || known >= KNOWN_SHARE * all))
    )
      usable.add(d);
  }
  return usable;
}
