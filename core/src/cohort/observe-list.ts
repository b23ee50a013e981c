import type { Cohorts } from './cohorts.ts';
import { badList, type Episode, MIN_ADDRESSES } from './episode.ts';
import { type Entry, partsOf } from './ledger.ts';
import { clock, many, plainName } from './note.ts';
import type { Seen } from './observe-domain.ts';
import { goodBefore } from './observe-provider.ts';

/** What is said of addresses that are dead or never were. */
const dead = new Set(['recipient.unknown', 'recipient.disabled', 'recipient.edge-blocked', 'recipient.domain-unknown']);
/** Above this share it is the mail that is refused: no list has so many dead addresses. */
const BLOCKED = 0.7;
/** Dead addresses of a list lie everywhere; where one domain has this share of them, it is the domain. */
const ONE_DOMAIN = 0.5;
/** Addresses that took mail before are not dead by the dozen. */
const MOSTLY_UNKNOWN = 0.2;
/** So many refused addresses from different lists, none of which stands out, have no list in common. */
const ENOUGH_SCATTERED = 10;

/**
 * Whether single dead addresses at many domains come from one list or import: more of them are refused
 * than of other lists, no domain stands out, and hardly any took mail before. Lists are known by the
 * segment that the caller names, else by the campaign.
 */
export function observeList(cohorts: Cohorts, entry: Entry): Seen[] {
  if (entry.kind !== 'failure' || entry.reason === null || !dead.has(entry.reason)) return [];
  const by = entry.keys.segment === null ? 'campaign' : 'segment';
  const list = entry.keys[by];
  if (list === null) return [];
  const episode = cohorts.episodeOf(entry, by, badList);
  if (episode === null) return scattered(cohorts, entry, by);
  const domains = partsOf(episode.refusals, 'domain').size;
  const share = episode.addresses / (episode.addresses + episode.deliveries);
  if (domains < MIN_ADDRESSES || share > BLOCKED || isOfOneDomain(cohorts, episode, by)) return [];
  if (goodBefore(cohorts.ledger, episode) > MOSTLY_UNKNOWN * episode.addresses) return [];
  return [
    {
      id: 'list-segment:one-import',
      note: `${many(episode.addresses, 'dead address', 'dead addresses')} at ${domains} domains among ${episode.addresses + episode.deliveries} of ${plainName(list)} since ${clock(episode.from)}`,
    },
  ];
}

function isOfOneDomain(cohorts: Cohorts, episode: Episode, by: 'campaign' | 'segment'): boolean {
  const [largest] = cohorts.partsWithin(episode, by, 'domain');
  return largest !== undefined && largest.refused > ONE_DOMAIN * episode.addresses;
}

function scattered(cohorts: Cohorts, entry: Entry, by: 'campaign' | 'segment'): Seen[] {
  const lists = cohorts.refusedBy(entry.track, by);
  const all = lists.reduce((sum, { refused }) => sum + refused, 0);
  const [largest] = lists;
  if (largest === undefined || all < ENOUGH_SCATTERED || lists.length < MIN_ADDRESSES) return [];
  if (largest.refused > ONE_DOMAIN * all) return [];
  return [
    {
      id: 'list-segment:scattered',
      note: `${many(all, 'refused address', 'refused addresses')} of ${lists.length} lists`,
    },
  ];
}
