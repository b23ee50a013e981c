import { asksDns, placedTerms, type SpfTree } from '@whybounce/core/record';
import { isDead } from './spf-tree.ts';

/** Terms of the domain's own record without which every sender fares as before. */
export interface IdleTerms {
  /** As they are written. */
  readonly terms: readonly string[];
  /** Those that have to be named to be taken out: a term that stands twice goes anyhow, once. */
  readonly remove: readonly string[];
  /** DNS look-ups that they cost. */
  readonly cost: number;
}

/** Finds terms that lead nowhere, stand twice, or allow nobody that a term before them does not allow. */
export function idleTerms({ root }: SpfTree): IdleTerms {
  const seen = new Set<string>();
  const terms: string[] = [];
  const remove: string[] = [];
  let cost = 0;
  for (const placed of placedTerms(root)) {
    const { node, depth } = placed;
    const { term } = node;
    if (depth > 0 || term.kind !== 'mechanism' || !asksDns(term) || node.state !== 'asked') continue;
    const bare = term.text.replace(/^[+\-~?]/, '').toLowerCase();
    const isTwin = seen.has(bare);
    seen.add(bare);
    if (!isTwin && !isDead(placed)) continue;
    terms.push(term.text);
    if (!isTwin) remove.push(term.text);
    cost += node.subtreeCost;
  }
  return { terms, remove, cost };
}
