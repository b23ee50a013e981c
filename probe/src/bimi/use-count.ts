/**
 * How much a drawing grows by `<use>`: ten groups that each use the one before ten times draw ten thousand million
 * shapes out of a kilobyte. Follows references by arithmetic, without drawing anything.
 */
export class UseCount {
  /** What stands in the element of an id: shapes, and ids that are used, each as often as it is. */
  readonly #groups = new Map<string, { shapes: number; uses: string[] }>([[ROOT, { shapes: 0, uses: [] }]]);
  readonly #open: (string | null)[] = [ROOT];

  enter(id: string | null, isShape: boolean, used: string | null): void {
    this.#open.push(id);
    if (id !== null && !this.#groups.has(id)) this.#groups.set(id, { shapes: 0, uses: [] });
    for (const open of this.#open) {
      const group = open === null ? undefined : this.#groups.get(open);
      if (group === undefined) continue;
      if (isShape) group.shapes++;
      if (used !== null) group.uses.push(used);
    }
  }

  leave(): void {
    this.#open.pop();
  }

  /** Shapes that are drawn in all; `Infinity` where something uses itself, or by way of more others than anybody needs. */
  total(): number {
    return this.#count(ROOT, new Map(), 0);
  }

  #count(id: string, known: Map<string, number>, depth: number): number {
    const before = known.get(id);
    if (before !== undefined) return before;
    if (depth > MAX_CHAIN) return Number.POSITIVE_INFINITY;
    const group = this.#groups.get(id);
    if (group === undefined) return 0;
    // what is met again before it is known uses itself
    known.set(id, Number.POSITIVE_INFINITY);
    const total = group.uses.reduce((sum, used) => sum + this.#count(used, known, depth + 1), group.shapes);
    known.set(id, total);
    return total;
  }
}

/** No id has a space in it. */
const ROOT = ' root';

/** A `<use>` that leads to a `<use>` and so on: renderers follow it by calling themselves. */
const MAX_CHAIN = 64;
