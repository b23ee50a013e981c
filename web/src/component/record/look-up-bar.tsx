import type { JSX } from 'preact';

/** How many look-ups beyond the limit are drawn to scale; more fill the bar. */
const MAX_SCALE = 2;

/**
 * How many look-ups are used up: those before as a thin line, those of the term itself as a full block, and the limit
 * as an upright line. The numbers stand beside it as text.
 */
export function LookUpBar({
  before,
  own,
  total,
  limit,
}: {
  readonly before: number;
  readonly own: number;
  /** Of the whole record: the scale. */
  readonly total: number;
  readonly limit: number;
}): JSX.Element {
  const scale = Math.min(Math.max(total, limit), MAX_SCALE * limit);
  const at = (count: number): number => (Math.min(count, scale) / scale) * 100;
  const [from, to, edge] = [at(before), at(before + own), at(limit)];
  return (
    <svg class="look-up-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="bar-ground" y="4" width="100" height="2" />
      <rect class="bar-before" y="4" width={from} height="2" />
      {own === 0 ? null : (
        <rect class="bar-share" x={from} y="2" width={Math.max(0, Math.min(to, edge) - from)} height="6" />
      )}
      {to > edge ? (
        <rect class="bar-over" x={Math.max(from, edge)} y="0" width={to - Math.max(from, edge)} height="10" />
      ) : null}
      <rect class="bar-limit" x={Math.min(edge, 99)} width="1" height="10" />
    </svg>
  );
}
