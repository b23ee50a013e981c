import type { Cohorts } from './cohorts.ts';
import { type Episode, everything, goodPart, MIN_ADDRESSES } from './episode.ts';
import type { Entry } from './group.ts';
import { logHypergeometricTail } from './hypergeometric.ts';
import { clock, many, plainName } from './note.ts';
import { distance, nearestAccepted, type Seen } from './observe-domain.ts';
import { type GroupBy, partOf } from './part.ts';
import { mayBeContent } from './track.ts';

/** Fewer deliveries of other mail are no comparison. */
const ENOUGH_DELIVERIES = 5;
/** Other mail counts as accepted where it fails at a third of the rate or less. */
const MUCH_LESS = 1 / 3;
/** … and that is no accident. */
const SURELY = Math.log(0.001);

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
    ])
      if (episode?.isSpread('place'))
        return [
          {
            id: 'other-providers:refused',
            note: `${many(episode.addresses, 'address', 'addresses')} at ${episode.spread('place')} unrelated places refused since ${clock(episode.from)}`,
          },
        ];
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
  if (!episode.isSpread('domain') && cohorts.episodeOf(entry, 'domain', everything) !== null) return null;
  // Where nobody knows which campaigns went from which IP address, what may be about content may be of either.
  if (fixed === 'campaign' && episode.spread('campaign') === 0 && mayBeContent(entry) && !episode.isSpread('place'))
    return null;
  const { deliveries, refused } = cohorts.othersDuring(episode, by, fixed);
  const others = deliveries + refused;
  const isLess = deliveries >= ENOUGH_DELIVERIES && refused / others <= MUCH_LESS * episode.rate;
  const own = episode.addresses + episode.deliveries;
  return isLess && logHypergeometricTail(episode.addresses, own, refused, others) <= SURELY
    ? { episode, deliveries, refused }
    : null;
}

/** How many parts of the narrowest cohort that fails were refused alike; null unless two or more were. */
function partsAlike(cohorts: Cohorts, entry: Entry, by: GroupBy): number | null {
  for (const episode of [
    cohorts.episodeOf(entry, 'domain', everything),
    cohorts.episodeOf(entry, 'provider', goodPart),
    cohorts.episodeOfAll(entry, goodPart),
  ]) {
    const alike = episode === null ? 0 : cohorts.alike(episode, by);
    if (alike >= 2) return alike;
  }
  return null;
}

function countsOf({ addresses, deliveries }: Episode): string {
  return `${addresses} of ${addresses + deliveries}`;
}
