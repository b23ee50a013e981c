import type { Reading } from '../../reading.ts';
import type { LogOptions } from './dialect.ts';
import { isoOf, readIsoTime, utc } from './iso-time.ts';
import { optionOffset } from './zone.ts';

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const DAY = 86_400_000;
const SYSLOG_TIME_LENGTH = 15;
/** 29 February needs a leap year, which can be up to eight years back (1896 to 1904). */
const MAX_YEARS_BACK = 8;

export const NO_YEAR = {
  code: 'timestamp-no-year',
  message: 'The log writes no year, and no `now` was given to take it from.',
} as const;

/** Reads the times of a log. Lines of one second follow each other, so the last second is kept. */
export class LogClock {
  readonly offset: number;
  readonly #now: number | null;
  #lastText = '?';
  #lastIso: string | null = null;

  /** Throws a RangeError for an unreadable `utcOffset`. */
  constructor(options: LogOptions) {
    this.offset = optionOffset(options.utcOffset);
    const now = options.now instanceof Date ? options.now.getTime() : Number.NaN;
    this.#now = Number.isNaN(now) ? null : now;
  }

  /** True where a time without year can be placed. */
  get knowsYear(): boolean {
    return this.#now !== null;
  }

  /** `May 27 14:30:00` or `May  7 14:30:00` at `at`; fraction: the digits that follow it, or empty. */
  syslog(text: string, at: number, fraction: string): string | null {
    if (this.#now === null) return null;
    if (!text.startsWith(this.#lastText, at)) {
      this.#lastText = text.slice(at, at + SYSLOG_TIME_LENGTH);
      this.#lastIso = this.#place(this.#lastText, this.#now);
    }
    if (fraction === '' || this.#lastIso === null) return this.#lastIso;
    return `${this.#lastIso.slice(0, -1)}.${fraction}Z`;
  }

  /** A time with year, `text` from `at` to `end`. */
  iso(text: string, at: number, end: number): string | null {
    // Whole seconds repeat from line to line, fractions do not: no use to keep the latter.
    if (end - at > 25) return readIsoTime(text.slice(at, end), this.offset);
    if (this.#lastText.length !== end - at || !text.startsWith(this.#lastText, at)) {
      this.#lastText = text.slice(at, end);
      this.#lastIso = readIsoTime(this.#lastText, this.offset);
    }
    return this.#lastIso;
  }

  /** A date later than a day from now belongs to the year before: logs tell the past. */
  #place(text: string, now: number): string | null {
    const month = MONTHS.indexOf(text.slice(0, 3));
    if (month < 0 || month % 3 !== 0) return null;
    const [day, hour, minute, second] = [
      text.slice(4, 6),
      text.slice(7, 9),
      text.slice(10, 12),
      text.slice(13, 15),
    ].map((digits) => (/^[ \d]\d$/.test(digits) ? Number(digits) : Number.NaN));
    let year = new Date(now + this.offset).getUTCFullYear();
    for (let back = 0; back <= MAX_YEARS_BACK; back++, year--) {
      const local = utc(year, month / 3, day ?? 0, hour ?? 0, minute ?? 0, second ?? 0);
      if (local !== null && local - this.offset <= now + DAY) return isoOf(local - this.offset, '');
    }
    return null;
  }
}

/** Sets the time, or says why there is none. */
export function stamp(reading: Reading, timestamp: string | null, yearMissing: boolean): void {
  reading.timestamp = timestamp;
  if (timestamp === null && yearMissing) reading.warnings.push(NO_YEAR);
}
