const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const zones: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
  msk: 180,
  cet: 60,
  cest: 120,
  bst: 60,
};

/** `Thu, 29 Apr 2013 23:34:45 +0900 (JST)`, also without weekday, seconds or with a two-digit year (RFC 5322 sections 3.3 and 4.3). */
const rfc5322 =
  /(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{2,4}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(?:([+-])(\d{2}):?(\d{2})|([A-Za-z]{1,4})\b)?/;
const iso =
  /(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(?:([+-])(\d{2}):?(\d{2})|(Z|UTC|GMT)\b)?/;
/** `Thu Apr 29 23:34:45 2013`, as ctime writes it. */
const ctime = /([A-Za-z]{3})\s+(\d{1,2})\s+(\d{2}):(\d{2}):(\d{2})\s+(?:[A-Z]{3,4}\s+)?(\d{4})/;

/** How nearly all are written: `Thu, 29 Apr 2013 23:34:45 +0900`; each part is found by its place. */
const common = /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}(?!\d)/;

function readCommon(field: string): string | null {
  const isShort = field.charCodeAt(6) === 0x20;
  const day = isShort ? digit(field, 5) : twoDigits(field, 5);
  const at = isShort ? 7 : 8;
  const shift = twoDigits(field, at + 19) * 60 + twoDigits(field, at + 21);
  return utc(
    fullYear(twoDigits(field, at + 4) * 100 + twoDigits(field, at + 6)),
    months.indexOf(field.slice(at, at + 3).toLowerCase()),
    day,
    twoDigits(field, at + 9),
    twoDigits(field, at + 12),
    twoDigits(field, at + 15),
    field.charCodeAt(at + 18) === 0x2d ? -shift : shift,
  );
}

function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 0x30;
}

/**
 * A date of a header or report field as ISO 8601 in UTC; null where there is none or it cannot be.
 * A date without zone is taken as UTC, as RFC 5322 section 4.3 says of zones that nobody knows.
 */
export function readDate(field: string | null): string | null {
  if (field === null || field.length > 256) return null;
  if (common.test(field)) return readCommon(field);
  const mail = rfc5322.exec(field);
  if (mail !== null) {
    const [, day, month = '', year, hour, minute, second, sign, zoneHour, zoneMinute, zone] = mail;
    return utc(
      fullYear(Number(year)),
      months.indexOf(month.toLowerCase()),
      Number(day),
      Number(hour),
      Number(minute),
      Number(second ?? 0),
      offset(sign, zoneHour, zoneMinute, zone),
    );
  }
  const stamp = iso.exec(field);
  if (stamp !== null) {
    const [, year, month, day, hour, minute, second, sign, zoneHour, zoneMinute, zone] = stamp;
    return utc(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second ?? 0),
      offset(sign, zoneHour, zoneMinute, zone),
    );
  }
  const unix = ctime.exec(field);
  if (unix === null) return null;
  const [, month = '', day, hour, minute, second, year] = unix;
  return utc(
    Number(year),
    months.indexOf(month.toLowerCase()),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    0,
  );
}

function fullYear(year: number): number {
  return year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year;
}

function offset(
  sign: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
  zone: string | undefined,
): number {
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return zones[zone?.toLowerCase() ?? ''] ?? 0;
}

function utc(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  offsetMinutes: number,
): string | null {
  if (month < 0 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60 || year < 1970 || year > 9999)
    return null;
  // Most dates need no calendar: the shift to UTC stays within the month.
  const total = hour * 60 + minute - offsetMinutes;
  const days = Math.floor(total / 1_440);
  const shifted = day + days;
  if (shifted >= 1 && shifted <= (monthDays[month] as number) && second < 60) {
    const minutes = total - days * 1_440;
    return `${year}-${two(month + 1)}-${two(shifted)}T${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}:${two(second)}Z`;
  }
  const time = Date.UTC(year, month, day, hour, minute - offsetMinutes, second);
  return Number.isNaN(time) ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** Days of each month in every year. */
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
