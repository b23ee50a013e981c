import { type JsonObject, textIn } from './json.ts';

// From here on a number cannot be seconds (year 5138) and is read as milliseconds.
const FIRST_MILLISECONDS = 100_000_000_000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// 2016-01-27T14:59:44.101Z   2016-04-27T16:28:50.3963933-04:00   2011-10-08 12:32:14
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9})\d{0,20})?)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i;
// Wed, 27 Jan 2016 14:05:45 +0000
const RFC5322 = /^(?:[a-z]{3}, ?)?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? ?([+-]\d{4}|UTC?|GMT|Z)?/i;
const EPOCH = /^(\d{1,15})(?:\.(\d{1,9})\d{0,20})?$/;

/**
 * The first of the named fields that holds a time, as ISO 8601 in UTC with the fraction that was given.
 * Read are seconds or milliseconds since 1970 (number or text), ISO 8601 and RFC 5322 dates. A time without a
 * zone counts as UTC, which is what the vendors that write such times document. Null when there is none.
 */
export function timeIn(object: JsonObject, ...keys: string[]): string | null {
  for (const key of keys) {
    const text = textIn(object, key);
    const time = text === null ? null : timeOf(text);
    if (time !== null) return time;
  }
  return null;
}

/** As `timeIn`, for a text at hand. */
export function timeOf(text: string): string | null {
  return fromEpoch(text) ?? fromIso(text) ?? fromRfc5322(text);
}

function fromEpoch(text: string): string | null {
  const match = EPOCH.exec(text);
  if (match === null) return null;
  const whole = Number(match[1]);
  if (whole <= 0) return null;
  if (whole < FIRST_MILLISECONDS) return format(whole * 1000, match[2]);
  const milliseconds = whole % 1000;
  return format(whole - milliseconds, milliseconds === 0 ? undefined : String(milliseconds).padStart(3, '0'));
}

function fromIso(text: string): string | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  return fromParts(Number(year), Number(month), Number(day), [hour, minute, second], zone, fraction);
}

function fromRfc5322(text: string): string | null {
  const match = RFC5322.exec(text);
  if (match === null) return null;
  const [, day, month, year, hour, minute, second, zone] = match;
  const monthNumber = MONTHS.indexOf((month ?? '').toLowerCase()) + 1;
  return fromParts(Number(year), monthNumber, Number(day), [hour, minute, second], zone, undefined);
}

type Clock = readonly [hour: string | undefined, minute: string | undefined, second: string | undefined];

function fromParts(
  year: number,
  month: number,
  day: number,
  [hour, minute, second]: Clock,
  zone: string | undefined,
  fraction: string | undefined,
): string | null {
  const midnight = Date.UTC(year, month - 1, day);
  // Date.UTC turns 31 February into March; such a date is no date.
  if (month < 1 || month > 12 || new Date(midnight).getUTCDate() !== day) return null;
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 60) return null;
  return format(midnight + ((hours * 60 + minutes - offsetMinutes(zone)) * 60 + seconds) * 1000, fraction);
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || !/^[+-]/.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

function format(milliseconds: number, fraction: string | undefined): string | null {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1970 || date.getUTCFullYear() > 9999) return null;
  return `${date.toISOString().slice(0, 19)}${fraction === undefined ? '' : `.${fraction}`}Z`;
}
