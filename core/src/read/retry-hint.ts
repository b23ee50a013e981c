/** When the refusing server asks to come back, in its own words. */
export interface RetryHint {
  readonly seconds: number;
  readonly quote: string;
}

const units: Record<string, number> = {
  s: 1,
  sec: 1,
  second: 1,
  m: 60,
  min: 60,
  minute: 60,
  h: 3_600,
  hr: 3_600,
  hour: 3_600,
  d: 86_400,
  day: 86_400,
};

/** `5 minutes`, `300s` */
const span = /(\d{1,6})\s?(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|s|m|h)\b/gi;
/** Words one of which stands shortly before the time in every such hint. */
const asks =
  /(?:try|again|resend|wait|come back|delayed|deferred|gr[ae]y-?list\w*|limit\w*|later|please|postponed?|for)\b[^.]*$/i;
/** How far before the time those words may stand. */
const REACH = 60;

const clock = /(?:gr[ae]y-?list|try again|retry)[^.:]{0,40}\b(\d{2}):(\d{2}):(\d{2})\b/i;
const field = /retry[-_ ]?after[=: ]+(\d{1,6})\b/i;

/** Longest wait that is believed: no queue lives longer. */
const MAX_SECONDS = 7 * 86_400;

/** Finds a hint such as `try again in 5 minutes` or `Greylisted for 00:04:58`; null if there is none. */
export function findRetryHint(diagnostic: string): RetryHint | null {
  const text = diagnostic.slice(0, 2_048);
  for (const found of text.matchAll(span)) {
    const before = text.slice(Math.max(0, found.index - REACH), found.index);
    const asking = asks.exec(before);
    if (asking === null || /^\s*ago\b/i.test(text.slice(found.index + found[0].length))) continue;
    const unit = (found[2] ?? '').toLowerCase();
    return hint(Number(found[1]) * (units[unit] ?? units[unit.replace(/s$/, '')] ?? 1), asking[0] + found[0]);
  }
  const time = clock.exec(text);
  if (time !== null) return hint(Number(time[1]) * 3_600 + Number(time[2]) * 60 + Number(time[3]), time[0]);
  const after = field.exec(text);
  return after === null ? null : hint(Number(after[1]), after[0]);
}

function hint(seconds: number, quote: string): RetryHint | null {
  return seconds > 0 && seconds <= MAX_SECONDS ? { seconds, quote: quote.trim() } : null;
}
