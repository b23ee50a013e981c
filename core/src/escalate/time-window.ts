const DAY = 86_400_000;

/** The days in which a log is searched for one message. */
export interface TimeWindow {
  /** `2026-05-26`, in UTC. */
  readonly start: string;
  /** The first day after it. */
  readonly end: string;
}

/**
 * Days around a moment: the day before to the day after, so that no time zone hides the message and a trace tool
 * that takes ten days at most is content.
 *
 * @param time ISO 8601; null or unreadable gives null
 */
export function timeWindow(time: string | null): TimeWindow | null {
  const at = momentOf(time);
  if (at === null) return null;
  return { start: dayOf(at - DAY), end: dayOf(at + 2 * DAY) };
}

function momentOf(time: string | null): number | null {
  // A fixed form only: what engines make of other texts differs.
  if (time === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(time)) return null;
  const at = Date.parse(time);
  return Number.isNaN(at) || at < DAY || at > 250_000_000_000_000 ? null : at;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `27 May 2026 at 14:30 UTC`; null for what is no time. */
export function sayTime(time: string | null): string | null {
  const at = momentOf(time);
  if (at === null) return null;
  const iso = new Date(at).toISOString();
  return `${Number(iso.slice(8, 10))} ${months[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)} at ${iso.slice(11, 16)} UTC`;
}
