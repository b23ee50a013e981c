/**
 * A binary tree that leads to each symbol, to frequent ones by few turns (D. Huffman, 1952). A child of
 * an inner node is the number of another inner node, or -1 - the number of a symbol.
 */
export interface CodeTree {
  readonly root: number;
  /** The children of inner node i: at 2i the one for a 0, at 2i + 1 the one for a 1. */
  readonly children: Int32Array;
}

/** @param weights how frequent each symbol is, rising; two at least */
export function codeTree(weights: readonly number[]): CodeTree {
  const inner: number[] = [];
  const children = new Int32Array(2 * (weights.length - 1));
  let leaf = 0;
  let node = 0;
  const takeLightest = (): readonly [child: number, weight: number] => {
    const byLeaf = weights[leaf] ?? Number.POSITIVE_INFINITY;
    const byNode = inner[node] ?? Number.POSITIVE_INFINITY;
    return byLeaf <= byNode ? [-1 - leaf++, byLeaf] : [node++, byNode];
  };
  for (let made = 0; made < weights.length - 1; made++) {
    const [zero, zeroWeight] = takeLightest();
    const [one, oneWeight] = takeLightest();
    children[2 * made] = zero;
    children[2 * made + 1] = one;
    inner.push(zeroWeight + oneWeight);
  }
  return { root: weights.length - 2, children };
}
