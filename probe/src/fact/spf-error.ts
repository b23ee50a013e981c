import { placedTerms, type SpfTree } from '@whybounce/core/record';
import { leads } from './spf-tree.ts';

/** Why receivers stop and take nothing of a record, by what has to be repaired first. */
export type SpfError = 'syntax' | 'include' | 'loop' | 'void' | 'mx-limit' | 'lookups';

/** The first error for which every receiver stops (permerror), or a lost blank that will make one; null where there is none. */
export function errorOf(tree: SpfTree): SpfError | null {
  const { root, voids, limits, loops, lookups } = tree;
  if (root.record === null) return null;
  const children = leads(tree).map(({ node }) => node.child);
  if (
    !root.record.valid ||
    children.some((child) => child?.record?.valid === false) ||
    root.record.findings.some(({ code }) => code === 'joined-terms')
  )
    return 'syntax';
  if (children.some((child) => child?.status === 'none' || child?.status === 'several')) return 'include';
  if (loops.length > 0) return 'loop';
  if (voids.ipv4 > limits.voids) return 'void';
  if (placedTerms(root).some(({ node: { mx } }) => mx !== null && mx.records.length > limits.mxNames))
    return 'mx-limit';
  return lookups.over === null ? null : 'lookups';
}
