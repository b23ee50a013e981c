import type { ObservationId } from '@whybounce/knowledge';
import type { Cohorts } from './cohorts.ts';
import { everything, MIN_ADDRESSES } from './episode.ts';
import type { Entry, Group } from './group.ts';
import { clock, many, plainName, span } from './note.ts';
import { type GroupBy, partOf } from './part.ts';
import { isAboutSender } from './track.ts';

/** Something seen in a cohort, with its counts. */
export interface Seen {
  readonly id: ObservationId;
  readonly note: string;
}

/** Refusals looked at on each side of an event for one of another part; further ones are no neighbours. */
const NEIGHBOURS = 8;

/**
 * What other addresses of the same domain met. `refused`: three or more different addresses were refused
 * alike and nothing was accepted in between, and that is more than the usual rate of such refusals makes
 * by chance. `accepted`: another address took mail within the day; but where the last that is known is
 * several addresses refused in a row, a delivery before them proves nothing.
 */
export function observeDomain(cohorts: Cohorts, entry: Entry): Seen[] {
  const domain = cohorts.ledger.group('domain', entry.keys.domain);
  if (domain === null) return [];
  const name = plainName(domain.key);
  const episode = cohorts.episodeOf(entry, 'domain', everything);
  if (episode !== null && episode.addresses >= MIN_ADDRESSES)
    return [
      {
        id: 'control-recipient-same-domain:refused',
        note: `${episode.addresses} of ${many(episode.addresses, 'address', 'addresses')} at ${name} refused since ${clock(episode.from)}`,
      },
    ];
  const nearest = nearestAccepted(domain, entry, 'address', cohorts.day);
  if (nearest === null) return [];
  const own = cohorts.ledger.group('address', entry.address);
  const [from, to] = [entry.at - cohorts.day, entry.at + cohorts.day];
  const count = domain.deliveriesBetween(from, to) - (own?.deliveriesBetween(from, to) ?? 0);
  return [
    {
      id: 'control-recipient-same-domain:accepted',
      note: `${many(Math.max(1, count), 'delivery', 'deliveries')} to other addresses at ${name}, the nearest ${distance(nearest, entry)}`,
    },
  ];
}

/**
 * The delivery nearest to a refusal that went to another part of the group, within a window. A delivery
 * before the refusal counts only where no other part was refused alike since: else whatever is wrong may
 * have begun after it. Null where nothing of the kind is known.
 */
export function nearestAccepted(group: Group, entry: Entry, by: GroupBy, window: number): Entry | null {
  const { before, after } = group.othersAround(entry.at, by, partOf(entry, by));
  if (after !== null && after.at - entry.at <= window && isFromSamePlace(after, entry)) return after;
  if (before === null || entry.at - before.at > window || !isFromSamePlace(before, entry)) return null;
  return isAlone(group, entry, by, before.at) ? before : null;
}

/** What is held against the sender may be held against one IP address: mail from another one shows nothing then. */
function isFromSamePlace(other: Entry, entry: Entry): boolean {
  const ip = entry.keys.sendingIp;
  return ip === null || !isAboutSender(entry.track) || other.keys.sendingIp === ip;
}

/** Whether no other part of the group was refused alike between a time before the entry and the next delivery. */
function isAlone(group: Group, entry: Entry, by: GroupBy, since: number): boolean {
  const refusals = group.refusals(entry.track);
  const place = placeOf(refusals, entry);
  const part = partOf(entry, by);
  const isOther = (other: Entry): boolean => partOf(other, by) !== part;
  const earlier = refusals.slice(Math.max(0, place - NEIGHBOURS), place).filter(({ at }) => at > since);
  return !earlier.some(isOther) && !refusals.slice(place + 1, place + 1 + NEIGHBOURS).some(isOther);
}

const MAX_TIES = 64;

/** Where an entry stands among entries sorted by time. */
function placeOf(entries: readonly Entry[], entry: Entry): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as Entry).at < entry.at) low = middle + 1;
    else high = middle;
  }
  // Of very many at the very same time any place will do.
  const place = entries.slice(low, low + MAX_TIES).indexOf(entry);
  return place < 0 ? low : low + place;
}

/** `3 hours before`, `10 minutes later` */
export function distance(other: Entry, entry: Entry): string {
  if (other.at === entry.at) return 'at the same time';
  return `${span(other.at - entry.at)} ${other.at < entry.at ? 'before' : 'later'}`;
}
