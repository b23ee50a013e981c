import type { SpfStep } from './evaluation.ts';
import type { SpfNode, SpfPlace, SpfTermNode, SpfTree } from './tree.ts';
import { stepTo } from './weigh.ts';

/** A term of the tree with where it stands. */
export interface PlacedTerm {
  readonly node: SpfTermNode;
  readonly place: SpfPlace;
  /** Whose record it is in. */
  readonly domain: string;
  /** Includes and redirects above it. */
  readonly depth: number;
}

/** Every term of the tree, in the order of their writing, what an include leads to right after it. */
export function placedTerms(root: SpfNode): PlacedTerm[] {
  const found: PlacedTerm[] = [];
  const add = (node: SpfNode, path: readonly SpfStep[]) => {
    const { domain } = node;
    for (const term of node.terms) {
      const at = stepTo(domain, term.term);
      found.push({ node: term, place: { path, at }, domain, depth: path.length });
      if (term.child !== null) add(term.child, [...path, at]);
    }
  };
  add(root, []);
  return found;
}

/** The nodes of a tree, each once, the root first. */
export function nodesOf({ root }: Pick<SpfTree, 'root'>): SpfNode[] {
  const nodes = [root];
  for (const node of nodes) for (const { child } of node.terms) if (child !== null) nodes.push(child);
  return nodes;
}
