import type { Warning } from '../../reading.ts';
import { isoOf, readIsoTime, utc } from '../log/iso-time.ts';
import { timeOf } from '../webhook/time.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MAX_TIME = 64;
// 5/27/2026 2:30:00 PM   27.05.2026 14:30   2026/05/27 14:30:00   2026-05-27
const NUMBERS = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?:,? +(.*))?$/;
// 27-May-2026 14:30:00   27 May 2026
const DAY_FIRST = /^(\d{1,2})[ -]([a-z]{3})[a-z]*[ ,-]+(\d{4})(?:,? +(.*))?$/i;
// May 27, 2026 02:30 pm
const MONTH_FIRST = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})(?:,? +(?:at )?(.*))?$/i;
const CLOCK = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)? ?([ap])?\.?(?:m\.?)?(?: ?(Z|UTC|GMT))?$/i;

/** A time of an export, or why there is none. */
export interface ExportTime {
  readonly iso: string | null;
  readonly warning: Warning | null;
}

const AMBIGUOUS: Warning = {
  code: 'timestamp-ambiguous',
  message: 'This date may be read with the day or the month first: export it in ISO 8601 form to have its time.',
};
const UNREADABLE: Warning = { code: 'timestamp-unreadable', message: 'The time of this row is in no known form.' };
const NO_CLOCK: Warning = {
  code: 'timestamp-day-only',
  message: 'This row names a day without a time; its beginning was taken.',
};

/**
 * Reads a time as exports and spreadsheets write it: ISO 8601, seconds or milliseconds since 1970, RFC 5322,
 * `5/27/2026 2:30:00 PM`, `27.05.2026 14:30`, `27-May-2026 14:30:00`, `May 27, 2026 02:30 pm`.
 *
 * @param offset of times without a zone, in milliseconds east of UTC
 */
export function readExportTime(text: string | null, offset: number): ExportTime {
  if (text === null) return { iso: null, warning: null };
  // Postgres writes `+00` for `+00:00`.
  const bare = text
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, MAX_TIME)
    .replace(/(:\d\d(?:\.\d+)?[+-]\d\d)$/, '$1:00');
  const iso = readIsoTime(bare, offset) ?? (/^\d{9,13}(?:\.\d+)?$|^[a-z]{3},/i.test(bare) ? timeOf(bare) : null);
  if (iso !== null) return { iso, warning: null };
  const parts = numericDate(bare) ?? namedDate(bare);
  if (parts === null) return { iso: null, warning: UNREADABLE };
  if (parts === 'ambiguous') return { iso: null, warning: AMBIGUOUS };
  return withClock(parts, offset);
}

interface DayAndRest {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly rest: string | undefined;
}

function numericDate(text: string): DayAndRest | 'ambiguous' | null {
  const found = NUMBERS.exec(text);
  if (found === null) return null;
  const [, first = '', sign, second = '', third = '', rest] = found;
  if (first.length === 4) return { year: Number(first), month: Number(second), day: Number(third), rest };
  if (third.length !== 4) return null;
  const [a, b, year] = [Number(first), Number(second), Number(third)];
  const monthFirst = { year, month: a, day: b, rest };
  const dayFirst = { year, month: b, day: a, rest };
  // Dots stand between numbers only where the day comes first; a clock of twelve hours goes with the month first.
  if (sign === '.' || a > 12 || a === b) return dayFirst;
  return b > 12 || /[ap]\.?m/i.test(rest ?? '') ? monthFirst : 'ambiguous';
}

function namedDate(text: string): DayAndRest | null {
  const dayFirst = DAY_FIRST.exec(text);
  const [, name = '', day = '', year = '', rest] =
    dayFirst === null ? (MONTH_FIRST.exec(text) ?? []) : swapped(dayFirst);
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  return month === 0 ? null : { year: Number(year), month, day: Number(day), rest };
}

function swapped([whole, day, name, year, rest]: RegExpExecArray): (string | undefined)[] {
  return [whole, name, day, year, rest];
}

function withClock({ year, month, day, rest }: DayAndRest, offset: number): ExportTime {
  const clock = rest === undefined || rest === '' ? null : CLOCK.exec(rest);
  if (rest && clock === null) return { iso: null, warning: UNREADABLE };
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '', half, zone] = clock ?? [];
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const time = utc(year, month - 1, day, hour, Number(minutes), Number(seconds));
  if (time === null || year < 1970) return { iso: null, warning: UNREADABLE };
  return { iso: isoOf(time - (zone === undefined ? offset : 0), fraction), warning: clock === null ? NO_CLOCK : null };
}
