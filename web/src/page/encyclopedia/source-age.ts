/**
 * Whether a source was read more than twelve months ago. A date without a day counts as the last of its
 * month, as in the core's list of stale claims.
 *
 * @param read `YYYY-MM` or `YYYY-MM-DD`
 * @param today `YYYY-MM-DD`
 */
export function isStale(read: string, today: string): boolean {
  const [year = '', month = '', day = '31'] = read.split('-');
  return `${Number(year) + 1}-${month}-${day}` < today;
}
