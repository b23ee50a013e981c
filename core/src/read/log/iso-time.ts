import { offsetMilliseconds } from './zone.ts';

// 2026-05-27T14:30:00.123456+02:00, 2026-05-27 14:30:00 +0200, 2026-05-27T14:30:00,123Z
const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9})\d*)? ?(Z|z|UTC|GMT|[+-]\d\d:?\d\d)?$/;
const MAX_TIME_LENGTH = 48;

/** ISO 8601 in UTC from milliseconds and the digits of the fraction as they were given. */
export function isoOf(milliseconds: number, fraction: string): string | null {
  if (!(Math.abs(milliseconds) < 8.64e15)) return null;
  const whole = new Date(milliseconds).toISOString();
  const seconds = whole.slice(0, whole.lastIndexOf('.'));
  return fraction === '' ? `${seconds}Z` : `${seconds}.${fraction}Z`;
}

/** A written-out date with a year as ISO 8601 UTC; `offset` (milliseconds) where it has no zone. Null if unreadable. */
export function readIsoTime(text: string, offset: number): string | null {
  if (text.length > MAX_TIME_LENGTH) return null;
  const found = ISO.exec(text);
  if (found === null) return null;
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((group) => Number(found[group]));
  const local = utc(year ?? 0, (month ?? 0) - 1, day ?? 0, hour ?? 0, minute ?? 0, second ?? 0);
  if (local === null) return null;
  const zone = found[8] === undefined ? offset : offsetMilliseconds(found[8]);
  return zone === null ? null : isoOf(local - zone, found[7] ?? '');
}

/** Milliseconds of a date that exists, else null: Date.UTC would turn 31 February into 3 March. */
export function utc(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  // A leap second (60) is written by some systems and rolls over.
  if (month > 11 || day < 1 || hour > 23 || minute > 59 || second > 60) return null;
  const milliseconds = Date.UTC(year, month, day, hour, minute, second);
  const back = new Date(milliseconds - (second === 60 ? 1000 : 0));
  return back.getUTCMonth() === month && back.getUTCDate() === day ? milliseconds : null;
}

/** `1779892200`, `1779892200.25` (seconds since 1970) as ISO 8601 UTC, null if it is no such number. */
export function readUnixTime(seconds: unknown): string | null {
  const value = typeof seconds === 'string' && seconds.trim() !== '' ? Number(seconds) : seconds;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return null;
  const milliseconds = Math.round(value * 1000);
  const rest = milliseconds % 1000;
  return isoOf(milliseconds, rest === 0 ? '' : String(rest).padStart(3, '0'));
}
