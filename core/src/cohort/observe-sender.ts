import type { Cohorts, PartCount } from './cohorts.ts';
import { type Episode, everything, goodPart, MIN_ADDRESSES, standsWithoutLargest } from './episode.ts';
import { type Entry, type GroupBy, partOf, partsOf } from './ledger.ts';
import { clock, many, plainName } from './note.ts';
import { distance, nearestAccepted, type Seen } from './observe-domain.ts';

/** Fewer deliveries of other mail are no comparison. */
const ENOUGH_DELIVERIES = 5;
/** Other mail counts as accepted where it fails at a third of the rate or less, and as refused at half of it. */
const MUCH_LESS = 1 / 3;
const ALIKE = 0.5;

/** Whether other mail of the same day, from the same place to the same place, met the same. */
export function observeCampaign(cohorts: Cohorts, entry: Entry): Seen[] {
  const compared =
    compare(cohorts, entry, 'campaignAtProvider', 'campaign', 'sendingIp') ??
    compare(cohorts, entry, 'campaign', 'campaign', 'sendingIp');
  if (compared !== null)
    return [
      {
        id: 'campaign-spread:only-this',
        note: `${countsOf(compared.episode)} of this campaign refused, ${compared.refused} of ${compared.refused + compared.deliveries} of others to the same places`,
      },
    ];
  const alike = partsAlike(cohorts, entry, 'campaign');
  return alike === null ? [] : [{ id: 'campaign-spread:every-kind', note: `${alike} campaigns are refused alike` }];
}

/** Whether the same mail goes through from another sending IP address. */
export function observeSecondIp(cohorts: Cohorts, entry: Entry): Seen[] {
  const compared =
    compare(cohorts, entry, 'ipAtProvider', 'sendingIp', 'campaign') ??
    compare(cohorts, entry, 'sendingIp', 'sendingIp', 'campaign');
  if (compared !== null)
    return [
      {
        id: 'second-ip:accepted',
        note: `${countsOf(compared.episode)} from ${plainName(entry.keys.sendingIp ?? '')} refused, ${compared.refused} of ${compared.refused + compared.deliveries} from other IP addresses`,
      },
    ];
  const alike = partsAlike(cohorts, entry, 'sendingIp');
  return alike === null ? [] : [{ id: 'second-ip:refused', note: `${alike} IP addresses are refused alike` }];
}

/** Whether mailboxes elsewhere refuse the same mail: that of the campaign, where it is known. */
export function observeOtherProviders(cohorts: Cohorts, entry: Entry): Seen[] {
  if (entry.keys.provider === null && entry.keys.domain === null) return [];
  if (!entry.track.includes(' recipient.'))
    for (const episode of [
      cohorts.episodeOf(entry, 'campaign', goodPart),
      cohorts.episodeOf(entry, 'sendingIp', goodPart),
      cohorts.episodeOfAll(entry, goodPart),
    ]) {
      const places = episode === null ? 0 : partsOf(episode.refusals, 'place').size;
      if (episode !== null && places >= MIN_ADDRESSES && standsWithoutLargest(episode, goodPart, 'place'))
        return [
          {
            id: 'other-providers:refused',
            note: `${many(episode.addresses, 'address', 'addresses')} at ${places} unrelated places refused since ${clock(episode.from)}`,
          },
        ];
    }
  const mail = cohorts.ledger.group('campaign', entry.keys.campaign) ?? cohorts.ledger.all;
  const nearest = nearestAccepted(mail, entry, 'place', cohorts.day);
  return nearest === null
    ? []
    : [
        {
          id: 'other-providers:accepted',
          note: `accepted by ${plainName(partOf(nearest, 'place') ?? '')} ${distance(nearest, entry)}`,
        },
      ];
}

interface Comparison {
  readonly episode: Episode;
  readonly deliveries: number;
  readonly refused: number;
}

/**
 * Holds the episode of a campaign (or IP address) against other campaigns to the same providers in the
 * same time, from the same IP addresses where those are known: what differs in both at once tells
 * nothing about either. Null unless the others clearly went through.
 */
function compare(
  cohorts: Cohorts,
  entry: Entry,
  groupedBy: GroupBy,
  by: 'campaign' | 'sendingIp',
  fixed: 'campaign' | 'sendingIp',
): Comparison | null {
  const episode = cohorts.episodeOf(entry, groupedBy, goodPart);
  if (episode === null || episode.addresses < MIN_ADDRESSES) return null;
  // Where a single domain refuses everything, other mail that it took before or after compares nothing.
  const isOfMany =
    partsOf(episode.refusals, 'domain').size >= MIN_ADDRESSES && standsWithoutLargest(episode, goodPart, 'domain');
  if (!isOfMany && cohorts.episodeOf(entry, 'domain', everything) !== null) return null;
  // Where nobody knows which campaigns went from which IP address, one provider's refusals may be of either.
  const isFixed = partsOf(episode.refusals, fixed).size > 0;
  if (!isFixed && fixed === 'campaign' && !standsWithoutLargest(episode, goodPart, 'place')) return null;
  const { deliveries, refused } = cohorts.othersDuring(episode, by, fixed);
  const rate = episode.addresses / (episode.addresses + episode.deliveries);
  const isLess = deliveries >= ENOUGH_DELIVERIES && refused / (refused + deliveries) <= MUCH_LESS * rate;
  return isLess ? { episode, deliveries, refused } : null;
}

/** How many parts of the domain's or the provider's episode were refused alike; null unless two or more were. */
function partsAlike(cohorts: Cohorts, entry: Entry, by: GroupBy): number | null {
  for (const [groupedBy, kind] of [
    ['domain', everything],
    ['provider', goodPart],
  ] as const) {
    const episode = cohorts.episodeOf(entry, groupedBy, kind);
    if (episode === null || episode.addresses < MIN_ADDRESSES) continue;
    const parts = cohorts.partsWithin(episode, groupedBy, by);
    const rate = episode.addresses / (episode.addresses + episode.deliveries);
    const alike = parts.filter((part) => part.refused >= MIN_ADDRESSES && rateOf(part) >= ALIKE * rate).length;
    if (alike >= 2) return alike;
  }
  return null;
}

function rateOf({ deliveries, refused }: PartCount): number {
  return refused / (refused + deliveries);
}

function countsOf({ addresses, deliveries }: Episode): string {
  return `${addresses} of ${addresses + deliveries}`;
}
