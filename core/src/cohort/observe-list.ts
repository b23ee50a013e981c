import type { Cohorts } from './cohorts.ts';
import { badList, MIN_ADDRESSES } from './episode.ts';
import type { Entry } from './group.ts';
import { clock, many, plainName } from './note.ts';
import type { Seen } from './observe-domain.ts';

/** What is said of addresses that are dead or never were. */
const dead = new Set(['recipient.unknown', 'recipient.disabled', 'recipient.edge-blocked', 'recipient.domain-unknown']);
/** Above this share it is the mail that is refused: no list has so many dead addresses. */
const BLOCKED = 0.7;
/** Where one list has this share of the refused addresses, they do have a list in common. */
const ONE_LIST = 0.5;
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
  if (episode.rate > BLOCKED || !episode.isSpread('domain')) return [];
  if (cohorts.goodBefore(episode) > MOSTLY_UNKNOWN * episode.addresses) return [];
  return [
    {
      id: 'list-segment:one-import',
      note: `${many(episode.addresses, 'dead address', 'dead addresses')} at ${episode.spread('domain')} domains among ${episode.addresses + episode.deliveries} of ${plainName(list)} since ${clock(episode.from)}`,
    },
  ];
}

function scattered(cohorts: Cohorts, entry: Entry, by: 'campaign' | 'segment'): Seen[] {
  const { all, parts, largest } = cohorts.spreadOf(entry.track, by);
  if (all < ENOUGH_SCATTERED || parts < MIN_ADDRESSES || largest > ONE_LIST * all) return [];
  return [{ id: 'list-segment:scattered', note: `${all} refused addresses of ${parts} lists` }];
}
