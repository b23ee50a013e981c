/**
 * A binary tree that leads to each symbol, to frequent ones by few turns (D. Huffman, 1952). A child of
 * an inner node is the number of another inner node, or -1 - the number of a symbol.
 */
export interface CodeTree {
  readonly root: number;
  /** The children of inner node i: at 2i the one for a 0, at 2i + 1 the one for a 1. */
  readonly children: Int32Array;
}

/**
 * The tree for symbols that come in classes, the rarest first; each class is twice as frequent as the one before.
 *
 * @param classes how many symbols are in each class; two symbols at least
 */
export function codeTree(classes: readonly number[]): CodeTree {
  const weights = classes.flatMap((count, rank) => new Array<number>(count).fill(2 ** rank));
  const inner: number[] = [];
  const children: number[] = [];
  let leaf = 0;
  let node = 0;
  const takeLightest = (): number => {
    const byLeaf = weights[leaf] ?? Number.POSITIVE_INFINITY;
    const byNode = inner[node] ?? Number.POSITIVE_INFINITY;
    children.push(byLeaf <= byNode ? -1 - leaf++ : node++);
    return Math.min(byLeaf, byNode);
  };
  while (inner.length < weights.length - 1) inner.push(takeLightest() + takeLightest());
  return { root: inner.length - 1, children: Int32Array.from(children) };
}

/** The way to each symbol as a number: its turns, the first one lowest, and a 1 above them. No way is longer than 30 turns. */
export function waysOf({ root, children }: CodeTree): Int32Array {
  const ways = new Int32Array(children.length / 2 + 1);
  const walk = (node: number, turns: number, depth: number): void => {
    if (node < 0) {
      ways[-1 - node] = turns | (1 << depth);
      return;
    }
    walk(children[2 * node] as number, turns, depth + 1);
    walk(children[2 * node + 1] as number, turns | (1 << depth), depth + 1);
  };
  walk(root, 0, 0);
  return ways;
}

/** The class of what occurs `count` times (1 at least): the more frequent, the higher. */
export function classOf(count: number): number {
  return 31 - Math.clz32(count);
}
