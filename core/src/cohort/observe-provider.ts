import type { Cohorts } from './cohorts.ts';
import { type Episode, goodPart, MIN_ADDRESSES, standsWithoutLargest } from './episode.ts';
import { type Entry, type Ledger, partsOf } from './ledger.ts';
import { clock, many, plainName, span } from './note.ts';
import { distance, nearestAccepted, type Seen } from './observe-domain.ts';

/** So many addresses without a history, refused nearly all, are no dirty list: none is that dirty. */
const MANY_ADDRESSES = 10;
const NEARLY_ALL = 0.8;
/** So many outcomes at a provider within the day show that it has no other complaint. */
const ENOUGH_TO_SAY_NONE = 20;
/** Refusals of another kind that are looked at around an event. */
const MAX_BLOCKS = 50;

/** What a provider says of a sender that it blocks or slows down. */
const blocks = /^(?:reputation\.|rate\.(?:connections|messages|recipients)$)/;

/**
 * What other domains at the same provider met. `refused` follows the spread rule: addresses at three or
 * more domains are refused alike, most of the time while it lasts, not by the weight of one domain, and
 * three of them or more had accepted mail before (or, where no history is known, ten or more were
 * refused and nearly nothing was accepted, which no dirty list explains).
 */
export function observeProvider(cohorts: Cohorts, entry: Entry): Seen[] {
  const provider = cohorts.ledger.group('provider', entry.keys.provider);
  if (provider === null || entry.keys.domain === null) return [];
  const name = plainName(provider.key);
  const episode = cohorts.episodeOf(entry, 'provider', goodPart);
  const domains = episode === null ? 0 : partsOf(episode.refusals, 'domain').size;
  if (episode !== null && domains >= MIN_ADDRESSES) {
    if (!standsWithoutLargest(episode, goodPart, 'domain')) return [];
    const good = goodBefore(cohorts.ledger, episode);
    const share = episode.addresses / (episode.addresses + episode.deliveries);
    if (good < MIN_ADDRESSES && !(episode.addresses >= MANY_ADDRESSES && share >= NEARLY_ALL)) return [];
    const known = good === 0 ? '' : `, ${good} of which took mail before`;
    return [
      {
        id: 'other-domains-same-provider:refused',
        note: `${many(episode.addresses, 'address', 'addresses')} at ${domains} domains of ${name} refused since ${clock(episode.from)}${known}`,
      },
    ];
  }
  const nearest = nearestAccepted(provider, entry, 'domain', cohorts.day);
  if (nearest === null) return [];
  const own = cohorts.ledger.group('domain', entry.keys.domain);
  const [from, to] = [entry.at - cohorts.day, entry.at + cohorts.day];
  const count = provider.deliveriesBetween(from, to) - (own?.deliveriesBetween(from, to) ?? 0);
  return [
    {
      id: 'other-domains-same-provider:accepted',
      note: `${many(Math.max(1, count), 'delivery', 'deliveries')} to other domains of ${name}, the nearest ${distance(nearest, entry)}`,
    },
  ];
}

/** How many of the addresses that an episode refused had accepted mail before it. */
export function goodBefore(ledger: Ledger, episode: Episode): number {
  let good = 0;
  for (const address of partsOf(episode.refusals, 'address'))
    if (ledger.group('address', address)?.deliveryBefore(episode.from) ?? null) good++;
  return good;
}

/** Whether the provider also blocks the sender, or slows it down, in other words within the day. */
export function observeOtherCodes(cohorts: Cohorts, entry: Entry): Seen[] {
  const provider = cohorts.ledger.group('provider', entry.keys.provider);
  if (provider === null || (entry.reason !== null && blocks.test(entry.reason))) return [];
  const [from, to] = [entry.at - cohorts.day, entry.at + cohorts.day];
  const name = plainName(provider.key);
  const around = provider.matching('blocks', ({ reason }) => reason !== null && blocks.test(reason));
  const near = around.between(from, to, MAX_BLOCKS);
  const addresses = partsOf(near, 'address').size;
  if (addresses >= MIN_ADDRESSES)
    return [
      {
        id: 'other-platform-codes:blocks',
        note: `${name} blocked or slowed down mail to ${many(addresses, 'address', 'addresses')} within ${span(cohorts.day)}: ${[...new Set(near.map(({ reason }) => reason))].sort().join(', ')}`,
      },
    ];
  const outcomes = provider.countBetween(from, to);
  return near.length === 0 && outcomes >= ENOUGH_TO_SAY_NONE
    ? [
        {
          id: 'other-platform-codes:none',
          note: `no block among ${outcomes} outcomes at ${name} within ${span(cohorts.day)}`,
        },
      ]
    : [];
}
