import type { Outcome } from './outcome.ts';
import { type GroupBy, partOf, partsOf } from './part.ts';

/** An outcome with its time, as a ledger keeps it. */
export interface Entry extends Outcome {
  readonly at: number;
  /** Refusals that say the same to all intents: see `trackOf`. Empty for a delivery. */
  readonly track: string;
}

/** Entries that share something, in the order of time. */
export class Group {
  readonly key: string;
  readonly entries: readonly Entry[];
  readonly #deliveries: readonly Entry[];
  readonly #tracks = new Map<string, readonly Entry[]>();
  readonly #refused = new Map<string, number>();
  readonly #parts = new Map<string, Group>();
  /** For each delivery the nearest one before and after it that is of another part, by what parts are. */
  readonly #others = new Map<GroupBy, { readonly before: Int32Array; readonly after: Int32Array }>();

  constructor(key: string, entries: readonly Entry[]) {
    this.key = key;
    this.entries = entries;
    this.#deliveries = entries.filter(({ kind }) => kind === 'delivery');
  }

  get deliveries(): number {
    return this.#deliveries.length;
  }

  /** Refusals of one track. */
  refusals(track: string): readonly Entry[] {
    let found = this.#tracks.get(track);
    if (found === undefined) {
      found = this.entries.filter((entry) => entry.track === track);
      this.#tracks.set(track, found);
    }
    return found;
  }

  /** How many different addresses met a refusal of one track. */
  refused(track: string): number {
    let count = this.#refused.get(track);
    if (count === undefined) {
      count = partsOf(this.refusals(track), 'address').size;
      this.#refused.set(track, count);
    }
    return count;
  }

  /** Deliveries from one time to another, both included. */
  deliveriesBetween(from: number, to: number): number {
    return firstAfter(this.#deliveries, to) - firstFrom(this.#deliveries, from);
  }

  /** The first entries of any kind from one time to another, both included. */
  between(from: number, to: number, most: number): readonly Entry[] {
    const first = firstFrom(this.entries, from);
    return this.entries.slice(first, Math.min(firstAfter(this.entries, to), first + most));
  }

  /** How many entries of any kind there are from one time to another, both included. */
  countBetween(from: number, to: number): number {
    return firstAfter(this.entries, to) - firstFrom(this.entries, from);
  }

  /** The first refusal of a track after a time; null where there is none. */
  firstRefusalAfter(track: string, at: number): Entry | null {
    const refusals = this.refusals(track);
    return refusals[firstAfter(refusals, at)] ?? null;
  }

  /** The entries that something holds for, as a group of their own: worked out once by its name. */
  matching(name: string, holds: (entry: Entry) => boolean): Group {
    let group = this.#parts.get(name);
    if (group === undefined) {
      group = new Group(this.key, this.entries.filter(holds));
      this.#parts.set(name, group);
    }
    return group;
  }

  /** The last delivery before a time, and the first one from it on; null where there is none. */
  deliveryBefore(at: number): Entry | null {
    return this.#deliveries[firstFrom(this.#deliveries, at) - 1] ?? null;
  }

  deliveryFrom(at: number): Entry | null {
    return this.#deliveries[firstFrom(this.#deliveries, at)] ?? null;
  }

  /**
   * The deliveries nearest to a time that are not of the part named: of another address of the domain,
   * of another domain of the provider. Deliveries of an unknown part are of no other.
   */
  othersAround(at: number, by: GroupBy, part: string | null): { before: Entry | null; after: Entry | null } {
    const next = firstFrom(this.#deliveries, at);
    const links = this.#links(by);
    let before = next - 1;
    if (before >= 0 && isOf(this.#deliveries[before] as Entry, by, part)) before = links.before[before] as number;
    let after = next < this.#deliveries.length ? next : -1;
    if (after >= 0 && isOf(this.#deliveries[after] as Entry, by, part)) after = links.after[after] as number;
    return { before: this.#deliveries[before] ?? null, after: this.#deliveries[after] ?? null };
  }

  /**
   * Links from each delivery to the next of another part, so that a million deliveries to one address
   * are passed in one step. An unknown part counts as every part.
   */
  #links(by: GroupBy): { readonly before: Int32Array; readonly after: Int32Array } {
    let links = this.#others.get(by);
    if (links === undefined) {
      const count = this.#deliveries.length;
      links = { before: new Int32Array(count).fill(-1), after: new Int32Array(count).fill(-1) };
      for (let i = 1; i < count; i++) links.before[i] = this.#other(i, i - 1, by, links.before);
      for (let i = count - 2; i >= 0; i--) links.after[i] = this.#other(i, i + 1, by, links.after);
      this.#others.set(by, links);
    }
    return links;
  }

  #other(i: number, neighbour: number, by: GroupBy, links: Int32Array): number {
    const part = partOf(this.#deliveries[i] as Entry, by);
    const next = this.#deliveries[neighbour] as Entry;
    // Of a chain of one part all links lead to the same place.
    return isOf(next, by, part) ? (links[neighbour] as number) : neighbour;
  }
}

function isOf(entry: Entry, by: GroupBy, part: string | null): boolean {
  const own = partOf(entry, by);
  return own === null || part === null || own === part;
}

function firstFrom(entries: readonly Entry[], at: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as Entry).at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAfter(entries: readonly Entry[], at: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as Entry).at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
