import type { Cohorts } from './cohorts.ts';
import type { Entry, Group } from './group.ts';
import { clock, many, plainName, span } from './note.ts';
import type { Seen } from './observe-domain.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A second try tells something when it comes two days later: directories and greylists have settled by then. */
const SECOND_TRY = 2 * DAY;
/** A mailbox that was full so often within so many days is given up (believed, open to tuning). */
const FULL_TIMES = 3;
const FULL_WITHIN = 30 * DAY;
/** An outage that lasts for longer than this is none that passes. */
const OUTAGE = DAY;
/** Mail that was accepted so shortly before shows when the trouble began. */
const JUST_BEFORE = 12 * HOUR;
/** Outcomes of an address that are looked at: what is mailed more often is no person's mailbox. */
const MAX_LOOKED_AT = 200;

/** What earlier and later mail to the same address met. That none was ever accepted cannot be seen in a part of a history. */
export function observeAddress(cohorts: Cohorts, entry: Entry): Seen[] {
  const own = cohorts.ledger.group('address', entry.address);
  if (own === null) return [];
  const seen: Seen[] = [];
  const before = own.deliveryBefore(entry.at);
  if (before !== null)
    seen.push({
      id:
        entry.at - before.at <= cohorts.week ? 'address-history:accepted-this-week' : 'address-history:accepted-before',
      note: `last accepted ${clock(before.at)}`,
    });
  return [...seen, ...secondTry(own, entry), ...fullFor(own, entry, before)];
}

function secondTry(own: Group, entry: Entry): Seen[] {
  const accepted = own.deliveryFrom(entry.at);
  if (accepted !== null) return [{ id: 'second-try:accepted', note: `accepted ${clock(accepted.at)}` }];
  // Without a delivery since, every refusal after the last delivery belongs to one row of them.
  const since = own.deliveryBefore(entry.at)?.at ?? Number.NEGATIVE_INFINITY;
  const isSame = ({ at, reason }: Entry): boolean => at > since && reason === entry.reason;
  const refusals = own.refusals(entry.track);
  const last = refusals.slice(-MAX_LOOKED_AT).findLast(isSame) ?? entry;
  const first = own.firstRefusalAfter(entry.track, since);
  if (first === null || !isSame(first) || last.at - first.at < SECOND_TRY) return [];
  return [{ id: 'second-try:refused', note: `refused ${clock(first.at)} and again ${clock(last.at)}` }];
}

function fullFor(own: Group, entry: Entry, accepted: Entry | null): Seen[] {
  if (entry.reason?.startsWith('recipient.over-quota') !== true) return [];
  const from = Math.max(entry.at - FULL_WITHIN, accepted?.at ?? Number.NEGATIVE_INFINITY);
  const days = new Set(
    own
      .between(from, entry.at, MAX_LOOKED_AT)
      .filter(({ reason }) => reason?.startsWith('recipient.over-quota') === true)
      .map(({ at }) => Math.floor(at / DAY)),
  );
  if (days.size >= FULL_TIMES)
    return [{ id: 'full-for:weeks', note: `full on ${days.size} days within 30, with nothing accepted between` }];
  const isRecent = accepted !== null && entry.at - accepted.at <= FULL_WITHIN;
  return days.size === 1 && isRecent
    ? [{ id: 'full-for:first-time', note: `took mail ${span(entry.at - accepted.at)} before` }]
    : [];
}

/** For how long nothing has got through to the domain, where the trouble is on the way to it. */
export function observeOutage(cohorts: Cohorts, entry: Entry): Seen[] {
  const domain = cohorts.ledger.group('domain', entry.keys.domain);
  if (domain === null || !entry.track.endsWith(' way')) return [];
  const before = domain.deliveryBefore(entry.at);
  const since = before?.at ?? Number.NEGATIVE_INFINITY;
  const first = domain.firstRefusalAfter(entry.track, since);
  if (first === null) return [];
  const name = plainName(domain.key);
  if (entry.at - first.at > OUTAGE)
    return [{ id: 'outage-for:days', note: `nothing got through to ${name} for ${span(entry.at - first.at)}` }];
  return before !== null && first.at - before.at <= JUST_BEFORE
    ? [{ id: 'outage-for:hours', note: `${name} took mail ${span(entry.at - before.at)} before` }]
    : [];
}

/** Fewer attempts a day are no volume to compare with. */
const MIN_DAILY = 10;
const STEP = 3;
/** Up to this it is as usual; between the two nothing is said. */
const NORMAL = 1.5;
const DAYS_BEFORE = 7;
/** So many days have to be known. */
const MIN_DAYS = 3;

/** Today's attempts at the provider (or at all, where it is not known) against the mean of the days before. */
export function observeVolume(cohorts: Cohorts, entry: Entry): Seen[] {
  const { ledger } = cohorts;
  const group = ledger.group('provider', entry.keys.provider) ?? ledger.all;
  const start = ledger.entries[0]?.at;
  if (start === undefined) return [];
  const days = Math.min(DAYS_BEFORE, Math.floor((entry.at - DAY - start) / DAY));
  if (days < MIN_DAYS) return [];
  const today = group.countBetween(entry.at - DAY + 1, entry.at);
  const mean = group.countBetween(entry.at - DAY * (days + 1) + 1, entry.at - DAY) / days;
  if (Math.max(today, mean) < MIN_DAILY) return [];
  const note = `${many(today, 'attempt')} within a day, ${Math.round(mean)} on average of ${days} days before`;
  if (today > STEP * mean) return [{ id: 'volume:step', note }];
  return today <= NORMAL * mean ? [{ id: 'volume:normal', note }] : [];
}
