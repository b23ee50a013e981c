import { type Episode, type EpisodeKind, findEpisodes, MIN_ADDRESSES } from './episode.ts';
import type { Entry, Group } from './group.ts';
import type { Ledger } from './ledger.ts';
import type { Dimension } from './outcome.ts';
import { type GroupBy, partOf, partsOf } from './part.ts';
import { isAboutSender } from './track.ts';

/** How far other mail may lie apart to tell something about an event. Milliseconds. */
export interface ObserveOptions {
  /** The same day; 24 hours where absent. */
  readonly day?: number;
  /** The same week; 7 days where absent. */
  readonly week?: number;
}

const DAY = 86_400_000;
/** Comparisons of a campaign or an IP address with others that are made, and entries that each looks at. */
const MAX_COMPARISONS = 200;
const MAX_COMPARED = 20_000;
/** Campaigns are sent in one go, so what came soon after is taken to have met the same servers. */
const SOON_AFTER = 7_200_000;
/** Other mail counts as refused alike at half of the rate. */
const ALIKE = 0.5;
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
  readonly #alike = new Map<Episode, Map<GroupBy, number>>();
  readonly #good = new Map<Episode, Map<GroupBy, number>>();
  readonly #others = new Map<Episode, Map<GroupBy, PartCount>>();
  readonly #spreads = new Map<string, { readonly all: number; readonly parts: number; readonly largest: number }>();
  #compared = 0;

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

  /** The episode of a group to which a refusal belongs, or in whose time it falls if another track is named; null for none. */
  episodeOf(entry: Entry, by: GroupBy, kind: EpisodeKind, track = entry.track): Episode | null {
    const group = this.ledger.group(by, partOf(entry, by));
    return group === null ? null : this.#episodeIn(group, `${by}\n${group.key}`, entry.at, kind, track);
  }

  /** The same of everything together. */
  episodeOfAll(entry: Entry, kind: EpisodeKind): Episode | null {
    return this.#episodeIn(this.ledger.all, '', entry.at, kind, entry.track);
  }

  /** How many parts were refused like the episode as a whole: three addresses or more, at half of its rate or more. */
  alike(episode: Episode, by: GroupBy): number {
    return this.#once(this.#alike, episode, by, () => {
      const parts = countParts(episode.group.between(episode.from, episode.to, MAX_WITHIN), episode.track, by);
      return parts.filter(
        ({ deliveries, refused }) =>
          refused >= MIN_ADDRESSES && refused / (refused + deliveries) >= ALIKE * episode.rate,
      ).length;
    });
  }

  /** How many of the addresses that an episode refused had accepted mail before it. */
  goodBefore(episode: Episode): number {
    return this.#once(this.#good, episode, 'address', () => {
      const addresses = [...partsOf(episode.refusals, 'address')];
      return addresses.filter(
        (address) => (this.ledger.group('address', address)?.deliveryBefore(episode.from) ?? null) !== null,
      ).length;
    });
  }

  /**
   * What mail met while an episode lasted, or soon after, that differs from it in one dimension only:
   * sent to the same places, and the same in the fixed dimension where that is known. What was accepted
   * before shows nothing: the trouble may have begun with the episode.
   */
  othersDuring(episode: Episode, by: Dimension, fixed: Dimension): PartCount {
    return this.#once(this.#others, episode, by, () =>
      this.#compared++ < MAX_COMPARISONS ? this.#compare(episode, by, fixed) : nothing,
    );
  }

  #compare(episode: Episode, by: Dimension, fixed: Dimension): PartCount {
    const own = partsOf(episode.refusals, by);
    const same = partsOf(episode.refusals, fixed);
    const found: Entry[] = [];
    for (const place of partsOf(episode.refusals, 'place')) {
      const group = this.ledger.group('place', place);
      const around = group?.between(episode.from, episode.to + SOON_AFTER, MAX_COMPARED - found.length) ?? [];
      for (const entry of around) {
        const [part, held] = [partOf(entry, by), partOf(entry, fixed)];
        if (part === null || own.has(part)) continue;
        if (same.size === 0 || (held !== null && same.has(held))) found.push(entry);
      }
    }
    const deliveries = found.filter(({ kind }) => kind === 'delivery').length;
    // Some receivers put the same in other words, so what is held against the sender counts too.
    const refusals = found.filter(({ track }) => track === episode.track || isAboutSender(track));
    return { part: '', deliveries, refused: partsOf(refusals, 'address').size };
  }

  /** Over how many parts the refusals of a track are spread: addresses in all, parts, addresses of the largest. */
  spreadOf(track: string, by: GroupBy): { readonly all: number; readonly parts: number; readonly largest: number } {
    const key = `${track}\n${by}`;
    let spread = this.#spreads.get(key);
    if (spread === undefined) {
      const parts = countParts(this.ledger.all.refusals(track), track, by);
      const all = parts.reduce((sum, { refused }) => sum + refused, 0);
      spread = { all, parts: parts.length, largest: parts[0]?.refused ?? 0 };
      this.#spreads.set(key, spread);
    }
    return spread;
  }

  #once<Value>(known: Map<Episode, Map<GroupBy, Value>>, episode: Episode, by: GroupBy, work: () => Value): Value {
    let values = known.get(episode);
    if (values === undefined) {
      values = new Map();
      known.set(episode, values);
    }
    let value = values.get(by);
    if (value === undefined) {
      value = work();
      values.set(by, value);
    }
    return value;
  }

  #episodeIn(group: Group, name: string, at: number, kind: EpisodeKind, track: string): Episode | null {
    const key = `${name}\n${track}\n${kind.failing}`;
    let episodes = this.#episodes.get(key);
    if (episodes === undefined) {
      episodes = findEpisodes(this.ledger, group, track, kind);
      this.#episodes.set(key, episodes);
    }
    let [low, high] = [0, episodes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((episodes[middle] as Episode).to < at) low = middle + 1;
      else high = middle;
    }
    const episode = episodes[low];
    return episode !== undefined && episode.from <= at ? episode : null;
  }
}

const nothing: PartCount = { part: '', deliveries: 0, refused: 0 };

/** Deliveries and distinct refusals of a track by part, the most refused first. */
function countParts(entries: readonly Entry[], track: string, by: GroupBy): PartCount[] {
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
