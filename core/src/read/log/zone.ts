const MINUTE = 60_000;
const OFFSET = /^([+-])(\d\d):?(\d\d)$/;

/** `+09:00`, `-0330` or `Z` as milliseconds east of UTC; null for anything else. */
export function offsetMilliseconds(zone: string): number | null {
  if (zone === 'Z' || zone === 'z' || zone === 'UTC' || zone === 'GMT') return 0;
  const found = OFFSET.exec(zone);
  if (found === null) return null;
  const hours = Number(found[2]);
  const minutes = Number(found[3]);
  if (hours > 14 || minutes > 59) return null;
  return (found[1] === '-' ? -1 : 1) * (hours * 60 + minutes) * MINUTE;
}

/**
 * The `utcOffset` of the options in milliseconds; UTC where it is not given.
 * Throws a RangeError for an offset that cannot be read: a wrong clock in all results is worse than no results.
 */
export function optionOffset(utcOffset: string | undefined): number {
  if (utcOffset === undefined) return 0;
  const milliseconds = typeof utcOffset === 'string' ? offsetMilliseconds(utcOffset) : null;
  if (milliseconds === null) {
    throw new RangeError(`utcOffset must look like "+09:00", "-0330" or "Z", not ${JSON.stringify(utcOffset)}`);
  }
  return milliseconds;
}
