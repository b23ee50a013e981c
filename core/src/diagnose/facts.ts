import type { ObservationId } from '@whybounce/knowledge';
import type { Observation } from './observation.ts';

/** What is known from outside about a refused mail. Everything may be left out: missing evidence is no evidence. */
export interface Facts {
  /** The present, against which ages are counted. The engine has no clock; without it times give nothing. */
  readonly now?: Date | undefined;
  readonly address?: {
    /** When mail to the address was last accepted; null: never. */
    readonly lastAccepted?: Date | null | undefined;
    /** When the address was created or came onto the list. */
    readonly since?: Date | undefined;
    /** When the person last opened, clicked or answered; null: never. */
    readonly lastEngaged?: Date | null | undefined;
    /** A known address or domain from which it differs by one letter. */
    readonly nearMissOf?: string | undefined;
    /** How the address was come by. */
    readonly source?: 'imported' | 'confirmed' | undefined;
    /** Times at which it was refused for being full. */
    readonly fullAt?: readonly Date[] | undefined;
    /** What a second attempt at least two days later met. */
    readonly secondTry?: 'accepted' | 'refused' | undefined;
  };
  readonly domain?: {
    readonly dns?: 'fine' | 'does-not-exist' | 'no-mail-server' | 'null-mx' | 'does-not-answer' | undefined;
    /** When its MX records last changed; null: not within the time that was watched. */
    readonly mxChanged?: Date | null | undefined;
    /** Since when its MX records have been watched. */
    readonly mxWatchedSince?: Date | undefined;
    /** Whether the domain has servers of its own beside a cloud service. */
    readonly hybrid?: boolean | undefined;
    /** When a delivery to its servers last failed for the first time in a row. */
    readonly failingSince?: Date | undefined;
  };
  readonly sending?: {
    /** Blocklists that have the sending IP address; an empty list: asked, and on none. */
    readonly ipListedOn?: readonly string[] | undefined;
    /** Blocklists that have the sending domain. */
    readonly domainListedOn?: readonly string[] | undefined;
    /** Blocklists that have a domain to which the message links. */
    readonly linkListedOn?: readonly string[] | undefined;
    /** When the IP address sent its first mail for you. */
    readonly ipSince?: Date | undefined;
    readonly ipShared?: boolean | undefined;
    /** Today's volume to this provider, and the mean of the last seven days. */
    readonly volume?: { readonly today: number; readonly mean: number } | undefined;
    /** When platform, DNS or keys were last changed; null: not within the last weeks. */
    readonly changed?: Date | null | undefined;
    readonly signsIn?: boolean | undefined;
    readonly ptr?: 'confirmed' | 'missing' | 'mismatch' | 'generic' | undefined;
    readonly heloResolves?: boolean | undefined;
    readonly returnPathResolves?: boolean | undefined;
    /** Whether a message with that Message-ID was sent by you. */
    readonly ownMessage?: boolean | undefined;
  };
  /** RFC 8601 result words, as a test mail shows them. */
  readonly authentication?: {
    readonly spf?: string | undefined;
    readonly dkim?: string | undefined;
    readonly dmarc?: string | undefined;
  };
}

const DAY = 86_400_000;

/** Younger than this an IP address counts as new. */
const NEW_IP_DAYS = 30;
/** A change of DNS or platform within this time may explain what began today. */
const RECENT_CHANGE_DAYS = 7;
/** MX records that were watched for so long without a change are stable. */
const STABLE_MX_DAYS = 60;
const ENGAGED_DAYS = 90;
const YEAR_DAYS = 365;
/** A jump in volume: today's against the mean of the last seven days. */
const VOLUME_STEP = 3;
/** A mailbox that was full so often within 30 days is given up (believed, open to tuning). */
const FULL_TIMES = 3;
const OUTAGE_DAYS = 1;

/** What follows from facts, as observations with their source and a note of what was seen. */
export function observeFacts(facts: Facts): Observation[] {
  const seen: Observation[] = [];
  const see = (id: ObservationId | null, source: Observation['source'], note: string | null): void => {
    if (id !== null) seen.push({ id, source, span: null, quote: null, note });
  };
  const age = (time: Date | null | undefined): number | null => daysBetween(time, facts.now);
  address(facts, age, see);
  domain(facts, age, see);
  sending(facts, age, see);
  const { authentication = {} } = facts;
  see(result('auth-spf', authentication.spf), 'headers', authentication.spf ?? null);
  see(result('auth-dkim', authentication.dkim), 'headers', authentication.dkim ?? null);
  see(result('auth-dmarc', authentication.dmarc), 'headers', authentication.dmarc ?? null);
  return seen;
}

type See = (id: ObservationId | null, source: Observation['source'], note: string | null) => void;
type Age = (time: Date | null | undefined) => number | null;

function address({ address: known = {}, now }: Facts, age: Age, see: See): void {
  const accepted = age(known.lastAccepted);
  if (known.lastAccepted === null) see('address-history:never-accepted', 'history', null);
  else if (accepted !== null)
    see(
      accepted <= 7 ? 'address-history:accepted-this-week' : 'address-history:accepted-before',
      'history',
      `last accepted ${iso(known.lastAccepted)}`,
    );
  const old = age(known.since);
  if (old !== null)
    see(
      old <= 2
        ? 'address-age:under-two-days'
        : old <= YEAR_DAYS
          ? 'address-age:under-a-year'
          : 'address-age:over-a-year',
      'history',
      `known since ${iso(known.since)}`,
    );
  const engaged = age(known.lastEngaged);
  if (known.lastEngaged === null || (engaged !== null && engaged > YEAR_DAYS)) see('engagement:none', 'history', null);
  else if (engaged !== null && engaged <= ENGAGED_DAYS)
    see('engagement:recent', 'history', `last sign of life ${iso(known.lastEngaged)}`);
  if (known.nearMissOf !== undefined) see('typo:likely', 'history', `one letter away from ${known.nearMissOf}`);
  if (known.source !== undefined) see(`list-source:${known.source}`, 'history', null);
  if (known.secondTry !== undefined) see(`second-try:${known.secondTry}`, 'history', null);
  if (known.fullAt !== undefined && now !== undefined) {
    const lately = known.fullAt.filter((time) => (age(time) ?? Number.POSITIVE_INFINITY) <= 30).length;
    if (lately > 0)
      see(
        lately >= FULL_TIMES ? 'full-for:weeks' : lately === 1 ? 'full-for:first-time' : null,
        'history',
        `full ${lately} times within 30 days`,
      );
  }
}

function domain({ domain: known = {} }: Facts, age: Age, see: See): void {
  if (known.dns !== undefined) see(`domain-dns:${known.dns}`, 'dns', null);
  const changed = age(known.mxChanged);
  const watched = age(known.mxWatchedSince);
  if (changed !== null && changed <= RECENT_CHANGE_DAYS)
    see('mx-history:changed', 'dns', `MX changed ${iso(known.mxChanged)}`);
  else if ((changed ?? (known.mxChanged === null ? watched : null) ?? 0) >= STABLE_MX_DAYS)
    see('mx-history:stable', 'dns', null);
  if (known.hybrid !== undefined) see(known.hybrid ? 'hybrid-signs:yes' : 'hybrid-signs:no', 'dns', null);
  const failing = age(known.failingSince);
  if (failing !== null)
    see(
      failing > OUTAGE_DAYS ? 'outage-for:days' : 'outage-for:hours',
      'history',
      `failing since ${iso(known.failingSince)}`,
    );
}

function sending({ sending: known = {} }: Facts, age: Age, see: See): void {
  listed('sending-ip-listed', known.ipListedOn, see);
  listed('sending-domain-listed', known.domainListedOn, see);
  listed('link-domain-listed', known.linkListedOn, see);
  const ipAge = age(known.ipSince);
  if (ipAge !== null)
    see(
      ipAge <= NEW_IP_DAYS ? 'sending-ip-age:new' : 'sending-ip-age:warm',
      'sending',
      `first mail ${iso(known.ipSince)}`,
    );
  if (known.ipShared !== undefined) see(known.ipShared ? 'shared-ip:yes' : 'shared-ip:no', 'sending', null);
  if (known.volume !== undefined && known.volume.mean > 0) {
    const { today, mean } = known.volume;
    see(today > VOLUME_STEP * mean ? 'volume:step' : 'volume:normal', 'sending', `${today} today, ${mean} on average`);
  }
  const changed = age(known.changed);
  if (changed !== null && changed <= RECENT_CHANGE_DAYS)
    see('sender-change:yes', 'sending', `changed ${iso(known.changed)}`);
  else if (known.changed === null || changed !== null) see('sender-change:no', 'sending', null);
  if (known.signsIn !== undefined) see(known.signsIn ? 'login:used' : 'login:not-used', 'sending', null);
  if (known.ptr !== undefined) see(`ptr:${known.ptr}`, 'dns', null);
  if (known.heloResolves !== undefined) see(known.heloResolves ? 'helo:confirmed' : 'helo:wrong', 'dns', null);
  if (known.returnPathResolves !== undefined)
    see(known.returnPathResolves ? 'sender-domain-dns:fine' : 'sender-domain-dns:broken', 'dns', null);
  if (known.ownMessage !== undefined) see(known.ownMessage ? 'message-sent:yes' : 'message-sent:no', 'sending', null);
}

function listed(
  test: 'sending-ip-listed' | 'sending-domain-listed' | 'link-domain-listed',
  lists: readonly string[] | undefined,
  see: See,
): void {
  if (lists === undefined) return;
  see(lists.length > 0 ? `${test}:yes` : `${test}:no`, 'blocklist', lists.length > 0 ? lists.join(', ') : null);
}

/** An RFC 8601 result word as an outcome of its test. */
export function result(
  test: 'auth-spf' | 'auth-dkim' | 'auth-dmarc',
  word: string | null | undefined,
): ObservationId | null {
  switch (word) {
    case 'pass':
    case 'none':
    case 'fail':
      return `${test}:${word}`;
    case 'softfail':
      return test === 'auth-spf' ? 'auth-spf:fail' : null;
    case 'permerror':
      return test === 'auth-spf' ? 'auth-spf:error' : test === 'auth-dkim' ? 'auth-dkim:fail' : null;
    default:
      return null;
  }
}

function daysBetween(time: Date | null | undefined, now: Date | undefined): number | null {
  if (time === null || time === undefined || now === undefined) return null;
  const days = (now.getTime() - time.getTime()) / DAY;
  return Number.isFinite(days) && days >= 0 ? days : null;
}

function iso(time: Date | null | undefined): string {
  return time === null || time === undefined ? '' : time.toISOString().slice(0, 16).replace('T', ' ');
}
