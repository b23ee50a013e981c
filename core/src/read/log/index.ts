import type { LogDialect, LogOptions, LogReader } from './dialect.ts';
import { exchangeTracking } from './exchange-tracking.ts';
import { exim } from './exim.ts';
import { haraka } from './haraka.ts';
import { kumomta } from './kumomta.ts';
import { microsoftTrace } from './microsoft-trace.ts';
import { mixedReaderOf } from './mixed.ts';
import { opensmtpd } from './opensmtpd.ts';
import { postfix } from './postfix.ts';
import { powermta } from './powermta.ts';
import { qmail } from './qmail.ts';
import { sendmail } from './sendmail.ts';
import { stalwart } from './stalwart.ts';

export type { LogDialect, LogOptions, LogReader } from './dialect.ts';

/** All dialects of mail logs that are read. */
export const logDialects: readonly LogDialect[] = [
  postfix,
  exim,
  sendmail,
  opensmtpd,
  qmail,
  haraka,
  stalwart,
  kumomta,
  powermta,
  exchangeTracking,
  microsoftTrace,
];

/** Their names, as `dialect` of the options takes them. */
export const logDialectNames: readonly string[] = logDialects.map(({ dialect }) => dialect);

const MAX_SAMPLE = 200;
const MAX_SAMPLE_LINE = 8 * 1024;
/** A file that names its columns does so at the top, after some lines of comment at most. */
const HEADER_LINES = 10;
/** At least this share of the lines that are no syslog lines must be of the dialect: a quoted log line makes no log. */
const MIN_SHARE = 0.25;
const ANY_SYSLOG =
  /^(?:<\d{1,3}>)?(?:1 )?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|@[0-9a-f]{24} )/;

/**
 * Which dialect a log is of, from its first lines (up to 200 are looked at). Null where it is no mail log:
 * a list of SMTP replies, the headers of a mail, prose.
 */
export function detectLog(sample: readonly string[]): LogDialect | null {
  const lines = sample
    .slice(0, MAX_SAMPLE)
    .filter((line) => typeof line === 'string' && line.trim() !== '')
    .map((line) => line.slice(0, MAX_SAMPLE_LINE));
  const scores = new Map<LogDialect, number>();
  let strangers = 0;
  for (const [place, line] of lines.entries()) {
    let known = false;
    for (const dialect of logDialects) {
      const score = dialect.recognises(line);
      if (score === 1 && dialect.layout === 'headed' && place < HEADER_LINES) return dialect;
      if (score >= 0.5) known = true;
      if (score > 0) scores.set(dialect, (scores.get(dialect) ?? 0) + score);
    }
    if (!known && !ANY_SYSLOG.test(line)) strangers++;
  }
  let best: LogDialect | null = null;
  for (const [dialect, score] of scores) if (best === null || score > (scores.get(best) ?? 0)) best = dialect;
  const top = best === null ? 0 : (scores.get(best) ?? 0);
  return top >= 0.5 && top >= MIN_SHARE * (top + strangers) ? best : null;
}

/** A reader for a log whose main dialect is known but in which other programs may write too. */
export function mixedReader(main: LogDialect, options: LogOptions): LogReader {
  return mixedReaderOf(main, logDialects, options);
}
