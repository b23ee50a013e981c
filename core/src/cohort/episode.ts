import type { Entry, Group } from './group.ts';
import type { Ledger } from './ledger.ts';
import { type GroupBy, partOf, partsOf } from './part.ts';

/** What makes an episode of a group. */
export interface EpisodeKind {
  /** The rate at which a group fails that went wrong. 1: a single delivery ends the episode. */
  readonly failing: number;
  /** How many times likelier the counts have to be under that rate than under the usual one. */
  readonly evidence: number;
}

/** Every address of a domain is refused. */
export const everything: EpisodeKind = { failing: 1, evidence: 1_000 };
/** A good part of a provider, a campaign, an IP address is refused: filters let some through. */
export const goodPart: EpisodeKind = { failing: 0.5, evidence: 10_000 };
/** More of a list is refused than of other lists. */
export const badList: EpisodeKind = { failing: 0.1, evidence: 10_000 };

/** The spread rule: fewer than three addresses tell nothing about what they share. */
export const MIN_ADDRESSES = 3;
const DAY = 86_400_000;
/** Refusals that lie further apart belong to two episodes. */
const MAX_GAP = 2 * DAY;
/** What is taken to be usual before anything was seen: one refusal in ten attempts. */
const PRIOR_ATTEMPTS = 10;

/** A stretch of time in which a group was refused far more than usual. */
export class Episode {
  readonly group: Group;
  readonly track: string;
  readonly kind: EpisodeKind;
  /** Every refusal of the track in that time. */
  readonly refusals: readonly Entry[];
  /** The first and the last refusal, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** How many different addresses were refused. */
  readonly addresses: number;
  /** What the group accepted in that time. */
  readonly deliveries: number;
  /** How often the track is met elsewhere: a share of 1, rounded up where little was seen. */
  readonly usual: number;
  readonly #spread = new Map<GroupBy, number>();
  readonly #withoutLargest = new Map<GroupBy, boolean>();

  constructor(group: Group, track: string, kind: EpisodeKind, refusals: readonly Entry[], usual: number) {
    this.group = group;
    this.track = track;
    this.kind = kind;
    this.refusals = refusals;
    this.from = refusals[0]?.at ?? 0;
    this.to = refusals.at(-1)?.at ?? this.from;
    this.addresses = partsOf(refusals, 'address').size;
    this.deliveries = group.deliveriesBetween(this.from + 1, this.to);
    this.usual = usual;
  }

  /** Share of the addresses tried that were refused. */
  get rate(): number {
    return this.addresses / Math.max(1, this.addresses + this.deliveries);
  }

  /** Over how many parts it was spread: domains, campaigns and so on. */
  spread(by: GroupBy): number {
    let count = this.#spread.get(by);
    if (count === undefined) {
      count = partsOf(this.refusals, by).size;
      this.#spread.set(by, count);
    }
    return count;
  }

  /** Whether it is spread over three parts or more, and stands out without the one that was refused most. */
  isSpread(by: GroupBy): boolean {
    if (this.spread(by) < MIN_ADDRESSES) return false;
    let stands = this.#withoutLargest.get(by);
    if (stands === undefined) {
      stands = this.isBeyond(this.usual, this.addresses - this.#largest(by));
      this.#withoutLargest.set(by, stands);
    }
    return stands;
  }

  /** Whether it stands out against a usual rate if only so many of its addresses are counted. */
  isBeyond(usual: number, addresses: number): boolean {
    if (addresses < MIN_ADDRESSES || usual >= this.kind.failing) return false;
    const weights = weightsOf(this.kind, usual);
    const against = this.deliveries === 0 ? 0 : this.deliveries * weights.delivery;
    return addresses * weights.refusal - against >= Math.log(this.kind.evidence);
  }

  #largest(by: GroupBy): number {
    const parts = new Map<string, Set<string>>();
    for (const entry of this.refusals) {
      const part = partOf(entry, by);
      if (part === null || entry.address === null) continue;
      const known = parts.get(part);
      if (known === undefined) parts.set(part, new Set([entry.address]));
      else known.add(entry.address);
    }
    return [...parts.values()].reduce((most, { size }) => Math.max(most, size), 0);
  }
}

/**
 * Finds the stretches in which a group was refused far more than usual: a cumulative sum of log
 * likelihood ratios over the group's refusals and deliveries in the order of time, which starts anew
 * where it falls to nothing. An address counts once in an episode.
 *
 * Source: E. S. Page, "Continuous inspection schemes", Biometrika 41 (1954), 100-115.
 *
 * @returns in the order of time
 */
export function findEpisodes(ledger: Ledger, group: Group, track: string, kind: EpisodeKind): Episode[] {
  if (group.refused(track) < MIN_ADDRESSES) return [];
  const outside = usualRate(ledger, group, track);
  return scan(group, track, kind, outside).filter((episode) => {
    // What the group does all the time is no episode of it.
    const restDeliveries = group.deliveries - episode.deliveries;
    const restRefused = Math.max(0, group.refused(track) - episode.addresses);
    const own = restRefused / (restDeliveries + restRefused + PRIOR_ATTEMPTS);
    return episode.isBeyond(Math.max(outside, own), episode.addresses);
  });
}

/**
 * How often a track is met outside of a group, per attempt, one refusal in ten attempts being taken for
 * seen already. Where the group's refusals come from one campaign or list that fails often elsewhere as
 * well, that is what is usual.
 */
function usualRate(ledger: Ledger, group: Group, track: string): number {
  const refusals = group.refusals(track);
  return Math.max(
    rateWithout(ledger.all, group.refused(track), group.deliveries, track),
    ...(['campaign', 'segment'] as const).map((by) => {
      const wider = ledger.group(by, mostFrequent(refusals, by));
      if (wider === null || wider.key === group.key) return 0;
      const own = (entry: Entry): boolean => partOf(entry, by) === wider.key;
      const deliveries = group.entries.filter((entry) => entry.kind === 'delivery' && own(entry)).length;
      return rateWithout(wider, partsOf(refusals.filter(own), 'address').size, deliveries, track);
    }),
  );
}

function rateWithout(wider: Group, refused: number, deliveries: number, track: string): number {
  const restRefused = Math.max(0, wider.refused(track) - refused);
  const restAttempts = Math.max(0, wider.deliveries - deliveries) + restRefused;
  return (restRefused + 1) / (restAttempts + PRIOR_ATTEMPTS);
}

function mostFrequent(entries: readonly Entry[], by: GroupBy): string | null {
  const counts = new Map<string, number>();
  let best: string | null = null;
  for (const entry of entries) {
    const part = partOf(entry, by);
    if (part === null) continue;
    const count = (counts.get(part) ?? 0) + 1;
    counts.set(part, count);
    if (best === null || count > (counts.get(best) as number)) best = part;
  }
  return best;
}

function weightsOf({ failing }: EpisodeKind, usual: number): { readonly refusal: number; readonly delivery: number } {
  return {
    refusal: Math.log(failing / usual),
    delivery: failing === 1 ? Number.POSITIVE_INFINITY : Math.log((1 - usual) / (1 - failing)),
  };
}

function scan(group: Group, track: string, kind: EpisodeKind, usual: number): Episode[] {
  if (usual >= kind.failing) return [];
  const weights = weightsOf(kind, usual);
  const refusals = group.refusals(track);
  const found: Episode[] = [];
  let start = 0;
  let peak = 0;
  let peakAt = -1;
  let score = 0;
  let addresses = new Set<string | null>();
  const close = (next: number): void => {
    if (peakAt >= 0) found.push(new Episode(group, track, kind, refusals.slice(start, peakAt + 1), usual));
    start = next;
    peak = 0;
    peakAt = -1;
    score = 0;
    addresses = new Set();
  };
  for (const [i, refusal] of refusals.entries()) {
    const before = refusals[i - 1];
    if (before !== undefined) {
      const accepted = group.deliveriesBetween(before.at + 1, refusal.at);
      if (accepted > 0) score -= accepted * weights.delivery;
      if (score <= 0 || refusal.at - before.at > MAX_GAP) close(i);
    }
    if (addresses.has(refusal.address)) {
      if (score === peak) peakAt = i;
      continue;
    }
    addresses.add(refusal.address);
    score += weights.refusal;
    if (score > peak) {
      peak = score;
      peakAt = i;
    }
  }
  close(refusals.length);
  return found;
}
