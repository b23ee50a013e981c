import { type Episode, type EpisodeKind, findEpisodes } from './episode.ts';
import { type Entry, type Group, type GroupBy, type Ledger, partOf, partsOf } from './ledger.ts';
import type { Dimension } from './outcome.ts';

/** How far other mail may lie apart to tell something about an event. Milliseconds. */
export interface ObserveOptions {
  /** The same day; 24 hours where absent. */
  readonly day?: number;
  /** The same week; 7 days where absent. */
  readonly week?: number;
}

const DAY = 86_400_000;
/** Comparisons of a campaign or an IP address with others that are made, and entries that each looks at. */
const MAX_COMPARISONS = 500;
const MAX_COMPARED = 20_000;
/** Entries of an episode that are told apart by part. */
const MAX_WITHIN = 100_000;

/** What a part of a group met in some stretch of time. */
export interface PartCount {
  readonly part: string;
  readonly deliveries: number;
  /** Different addresses. */
  readonly refused: number;
}

/** Episodes and comparisons that several events ask for: each is worked out once. */
export class Cohorts {
  readonly ledger: Ledger;
  readonly day: number;
  readonly week: number;
  readonly #episodes = new Map<string, readonly Episode[]>();
  readonly #parts = new Map<string, readonly PartCount[]>();
  readonly #others = new Map<Episode, PartCount>();
  readonly #refusedBy = new Map<string, readonly PartCount[]>();

  /** @throws RangeError for a window that is no time */
  constructor(ledger: Ledger, { day = DAY, week = 7 * DAY }: ObserveOptions = {}) {
    for (const [name, value] of Object.entries({ day, week }))
      if (!(value > 0 && Number.isFinite(value)))
        throw new RangeError(
          `${name} is ${value}: write milliseconds above 0, such as ${name === 'day' ? DAY : 7 * DAY}.`,
        );
    this.ledger = ledger;
    this.day = day;
    this.week = week;
  }

  /** The episode of a group to which a refusal belongs; null where it belongs to none. */
  episodeOf(entry: Entry, by: GroupBy, kind: EpisodeKind): Episode | null {
    const group = this.ledger.group(by, partOf(entry, by));
    return group === null ? null : this.#episodeIn(group, `${by}\n${group.key}`, entry, kind);
  }

  /** The same of everything together. */
  episodeOfAll(entry: Entry, kind: EpisodeKind): Episode | null {
    return this.#episodeIn(this.ledger.all, '', entry, kind);
  }

  /** Deliveries and refusals of the parts of an episode's group while it lasted, the most refused first. */
  partsWithin(episode: Episode, groupedBy: GroupBy | 'all', by: GroupBy): readonly PartCount[] {
    const key = [groupedBy, episode.group.key, episode.track, episode.from, by].join('\n');
    let parts = this.#parts.get(key);
    if (parts === undefined) {
      parts = countParts(episode.group.between(episode.from, episode.to, MAX_WITHIN), episode.track, by);
      this.#parts.set(key, parts);
    }
    return parts;
  }

  /**
   * What mail met in the time of an episode, a day more on each side, that differs from it in one
   * dimension only: sent to the same places, and the same in the fixed dimension where that is known.
   */
  othersDuring(episode: Episode, by: Dimension, fixed: Dimension): PartCount {
    let others = this.#others.get(episode);
    if (others === undefined) {
      others = this.#others.size >= MAX_COMPARISONS ? nothing : this.#compare(episode, by, fixed);
      this.#others.set(episode, others);
    }
    return others;
  }

  #compare(episode: Episode, by: Dimension, fixed: Dimension): PartCount {
    const own = partsOf(episode.refusals, by);
    const same = partsOf(episode.refusals, fixed);
    const found: Entry[] = [];
    for (const place of partsOf(episode.refusals, 'place')) {
      const group = this.ledger.group('place', place);
      const around = group?.between(episode.from - this.day, episode.to + this.day, MAX_COMPARED - found.length) ?? [];
      for (const entry of around) {
        const [part, held] = [partOf(entry, by), partOf(entry, fixed)];
        if (part === null || own.has(part)) continue;
        if (same.size === 0 || (held !== null && same.has(held))) found.push(entry);
      }
    }
    const deliveries = found.filter(({ kind }) => kind === 'delivery').length;
    const refusals = found.filter(({ track }) => track === episode.track);
    return { part: '', deliveries, refused: partsOf(refusals, 'address').size };
  }

  /** How many addresses met a track, by part. */
  refusedBy(track: string, by: GroupBy): readonly PartCount[] {
    const key = `${track}\n${by}`;
    let parts = this.#refusedBy.get(key);
    if (parts === undefined) {
      parts = countParts(this.ledger.all.refusals(track), track, by);
      this.#refusedBy.set(key, parts);
    }
    return parts;
  }

  #episodeIn(group: Group, name: string, entry: Entry, kind: EpisodeKind): Episode | null {
    const key = `${name}\n${entry.track}\n${kind.failing}`;
    let episodes = this.#episodes.get(key);
    if (episodes === undefined) {
      episodes = findEpisodes(this.ledger, group, entry.track, kind);
      this.#episodes.set(key, episodes);
    }
    let [low, high] = [0, episodes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((episodes[middle] as Episode).to < entry.at) low = middle + 1;
      else high = middle;
    }
    const episode = episodes[low];
    return episode !== undefined && episode.from <= entry.at ? episode : null;
  }
}

const nothing: PartCount = { part: '', deliveries: 0, refused: 0 };

/** Deliveries and distinct refusals of a track by part, the most refused first. */
export function countParts(entries: readonly Entry[], track: string, by: GroupBy): PartCount[] {
  const parts = new Map<string, { deliveries: number; readonly refusals: Entry[] }>();
  for (const entry of entries) {
    const part = partOf(entry, by);
    if (part === null) continue;
    let count = parts.get(part);
    if (count === undefined) {
      count = { deliveries: 0, refusals: [] };
      parts.set(part, count);
    }
    if (entry.kind === 'delivery') count.deliveries++;
    else if (entry.track === track) count.refusals.push(entry);
  }
  return [...parts]
    .map(([part, { deliveries, refusals }]) => ({ part, deliveries, refused: partsOf(refusals, 'address').size }))
    .sort((a, b) => b.refused - a.refused || (a.part < b.part ? -1 : 1));
}
