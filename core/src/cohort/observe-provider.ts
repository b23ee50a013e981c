import type { Cohorts } from './cohorts.ts';
import { type Episode, goodPart, MIN_ADDRESSES } from './episode.ts';
import type { Entry } from './group.ts';
import { clock, many, plainName, span } from './note.ts';
import { distance, nearestAccepted, type Seen } from './observe-domain.ts';
import { partsOf } from './part.ts';
import { isAboutSender, mayBeContent, SENDER } from './track.ts';

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
 * more domains are refused alike, and not by the weight of one domain. What is said of the recipient may
 * be a dirty list: then three of the addresses or more must have accepted mail before, or ten or more
 * were refused and nearly nothing was accepted. What is held against the sender needs no such proof, and
 * while it lasts a refusal that speaks of the recipient may be of the same kind.
 */
export function observeProvider(cohorts: Cohorts, entry: Entry): Seen[] {
  const provider = cohorts.ledger.group('provider', entry.keys.provider);
  if (provider === null || entry.keys.domain === null) return [];
  const name = plainName(provider.key);
  const episodes = [entry.track, `${entry.kind} ${SENDER}`]
    .map((track) => cohorts.episodeOf(entry, 'provider', goodPart, track))
    .filter((episode) => episode !== null && episode.spread('domain') >= MIN_ADDRESSES) as Episode[];
  const episode = episodes.find((candidate) => isAgainstSender(cohorts, candidate, entry));
  if (episode !== undefined) {
    const good = cohorts.goodBefore(episode);
    const known = good === 0 ? '' : `, ${good} of which took mail before`;
    return [
      {
        id: 'other-domains-same-provider:refused',
        note: `${many(episode.addresses, 'address', 'addresses')} at ${episode.spread('domain')} domains of ${name} refused since ${clock(episode.from)}${known}`,
      },
    ];
  }
  if (episodes.length > 0) return [];
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

/** Whether what several domains of a provider refuse cannot well be dead addresses, or the content of one campaign. */
function isAgainstSender(cohorts: Cohorts, episode: Episode, entry: Entry): boolean {
  if (!episode.isSpread('domain')) return false;
  // Where a single campaign is refused and no other was sent meanwhile, it may be its content as well.
  if (isAboutSender(episode.track)) return !(mayBeContent(entry) && episode.spread('campaign') === 1);
  const isNearlyAll = episode.addresses >= MANY_ADDRESSES && episode.rate >= NEARLY_ALL;
  return isNearlyAll || cohorts.goodBefore(episode) >= MIN_ADDRESSES;
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
