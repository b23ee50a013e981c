import type { IpAddress } from './address.ts';
import { bitsOf, type Cidr, cidrOf } from './cidr.ts';

/** A run of addresses of one family, both ends inclusive. */
export interface IpRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * A set of addresses of both families, held as sorted runs that neither touch nor overlap. Never changes:
 * every operation gives a new set.
 */
export class IpSet {
  readonly ranges: readonly IpRange[];

  private constructor(ranges: readonly IpRange[]) {
    this.ranges = ranges;
  }

  /** The union of ranges, in any order and however they overlap; n log n in their count. */
  static of(ranges: readonly IpRange[]): IpSet {
    if (ranges.length < 2) return new IpSet(ranges);
    const sorted = [...ranges].sort(byPlace);
    const merged: IpRange[] = [];
    for (const range of sorted) {
      const before = merged.at(-1);
      if (before === undefined || before.family !== range.family || range.first > before.last + 1n) merged.push(range);
      else if (range.last > before.last)
        merged[merged.length - 1] = { family: range.family, first: before.first, last: range.last };
    }
    return new IpSet(merged);
  }

  /** Ranges that are sorted and apart from each other already. */
  static ofSorted(ranges: readonly IpRange[]): IpSet {
    return new IpSet([...ranges]);
  }

  union(other: IpSet): IpSet {
    return other.ranges.length === 0 ? this : IpSet.of([...this.ranges, ...other.ranges]);
  }

  /** What is in this set and not in the other. */
  minus(other: IpSet): IpSet {
    const left: IpRange[] = [];
    let at = 0;
    for (const range of this.ranges) {
      let first = range.first;
      while (at < other.ranges.length && endsBefore(other.ranges[at] as IpRange, range.family, first)) at += 1;
      for (let cut = at; cut < other.ranges.length; cut += 1) {
        const hole = other.ranges[cut] as IpRange;
        if (hole.family !== range.family || hole.first > range.last) break;
        if (hole.first > first) left.push({ family: range.family, first, last: hole.first - 1n });
        first = hole.last + 1n;
      }
      if (first <= range.last) left.push({ family: range.family, first, last: range.last });
    }
    return new IpSet(left);
  }

  /** Whether an address, or every address of a range, is in the set. */
  has(wanted: IpAddress | IpRange): boolean {
    const [first, last] = 'value' in wanted ? [wanted.value, wanted.value] : [wanted.first, wanted.last];
    let low = 0;
    let high = this.ranges.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const range = this.ranges[middle] as IpRange;
      if (endsBefore(range, wanted.family, first)) low = middle + 1;
      else if (range.family > wanted.family || range.first > first) high = middle - 1;
      else return last <= range.last;
    }
    return false;
  }

  /** Whether any address of a range is in the set. */
  touches({ family, first, last }: IpRange): boolean {
    let low = 0;
    let high = this.ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (endsBefore(this.ranges[middle] as IpRange, family, first)) low = middle + 1;
      else high = middle;
    }
    const found = this.ranges[low];
    return found !== undefined && found.family === family && found.first <= last;
  }

  /** How many addresses of one family. */
  size(family: 4 | 6): bigint {
    let sum = 0n;
    for (const range of this.ranges) if (range.family === family) sum += range.last - range.first + 1n;
    return sum;
  }

  /**
   * The fewest ranges with a prefix that make up the set, IPv4 first, in their order.
   *
   * @param limit how many at most
   */
  cidrs(limit = Number.POSITIVE_INFINITY): Cidr[] {
    const cidrs: Cidr[] = [];
    for (const range of this.ranges) {
      if (cidrs.length >= limit) break;
      // what is one range with a prefix need not be cut
      if (isCidr(range)) cidrs.push(range);
      else split(range, (first, prefix) => cidrs.push(cidrOf({ family: range.family, value: first }, prefix)));
    }
    return cidrs.length > limit ? cidrs.slice(0, limit) : cidrs;
  }
}

function isCidr(range: IpRange): range is Cidr {
  return 'prefix' in range;
}

function byPlace(a: IpRange, b: IpRange): number {
  if (a.family !== b.family) return a.family - b.family;
  return a.first < b.first ? -1 : a.first > b.first ? 1 : 0;
}

function endsBefore(range: IpRange, family: 4 | 6, value: bigint): boolean {
  return range.family < family || (range.family === family && range.last < value);
}

/** At most two blocks per bit: a run grows in blocks to its middle, and shrinks after it. */
function split({ family, first, last }: IpRange, add: (first: bigint, prefix: number) => void): void {
  if (family === 4) {
    splitNumbers(Number(first), Number(last), add);
    return;
  }
  const bits = bitsOf(family);
  let from = first;
  while (from <= last) {
    // the largest block that begins here and ends in time: both its start and its size are powers of two
    const begins = from === 0n ? 1n << BigInt(bits) : from & -from;
    const room = last - from + 1n;
    const size = begins <= room ? begins : 1n << BigInt(room.toString(2).length - 1);
    add(from, bits - size.toString(2).length + 1);
    from += size;
  }
}

/** The same of IPv4, which plain numbers hold: records are mostly that. */
function splitNumbers(first: number, last: number, add: (first: bigint, prefix: number) => void): void {
  let from = first;
  while (from <= last) {
    const begins = from === 0 ? 32 : 31 - Math.clz32(from & -from);
    const room = last - from + 1;
    const fits = room === 2 ** 32 ? 32 : 31 - Math.clz32(room);
    const bits = Math.min(begins, fits);
    add(BigInt(from), 32 - bits);
    from += 2 ** bits;
  }
}

/** Collects ranges one after the other: `n` of them cost about `n log n`, whatever they are. */
export class IpSetBuilder {
  /** Sorted, apart from each other. */
  readonly #ranges: IpRange[] = [];

  has(range: IpRange): boolean {
    const found = this.#ranges[this.#place(range.family, range.first)];
    return found?.family === range.family && found.first <= range.first && range.last <= found.last;
  }

  /** Adds a range; gives the parts of it that were not in before, in their order. */
  add(range: IpRange): readonly IpRange[] {
    const ranges = this.#ranges;
    const { family, first, last } = range;
    const end = ranges.at(-1);
    if (end === undefined || endsBefore(end, family, first - 1n)) {
      ranges.push(range);
      return [range];
    }
    // from the run that ends right before it to the one that begins right after it
    const from = this.#place(family, first - 1n);
    const missing: IpRange[] = [];
    let to = from;
    let next = first;
    let [low, high] = [first, last];
    for (; to < ranges.length; to += 1) {
      const other = ranges[to] as IpRange;
      if (other.family !== family || other.first > last + 1n) break;
      if (other.first > next) missing.push({ family, first: next, last: other.first - 1n });
      if (other.last >= next) next = other.last + 1n;
      if (other.first < low) low = other.first;
      if (other.last > high) high = other.last;
    }
    if (next === first) missing.push(range);
    else if (next <= last) missing.push({ family, first: next, last });
    const joined = low === first && high === last ? range : { family, first: low, last: high };
    if (missing.length > 0) ranges.splice(from, to - from, joined);
    return missing;
  }

  build(): IpSet {
    return IpSet.ofSorted(this.#ranges);
  }

  /** A builder that goes on from here on its own. */
  copy(): IpSetBuilder {
    const copy = new IpSetBuilder();
    for (const range of this.#ranges) copy.#ranges.push(range);
    return copy;
  }

  /** Where the first run stands that does not end before the address. */
  #place(family: 4 | 6, value: bigint): number {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (endsBefore(this.#ranges[middle] as IpRange, family, value)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
