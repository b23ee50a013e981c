import type { CauseId, Deed } from '@whybounce/knowledge';
import type { RankedCause } from '../diagnose/observation.ts';

/** Something is done only where causes that ask for it hold this share together… */
const AGREED_FROM = 0.6;
/** … and so many times as much as those that ask for the next thing. */
const AGREED_TIMES = 2;
/** Suppressing is the error that costs most, so it asks for more. */
const SUPPRESS_FROM = 0.7;

/**
 * What most of the causes have in common (a deed, an owner), where enough of them do; else null.
 *
 * @param of what a cause asks for
 */
export function agreed<T extends string>(causes: readonly RankedCause[], of: (cause: CauseId) => T | null): T | null {
  const shares = new Map<T, number>();
  for (const { id, probability } of causes) {
    const wanted = of(id);
    if (wanted !== null) shares.set(wanted, (shares.get(wanted) ?? 0) + Math.round(100 * probability));
  }
  // Shares sum to 100, so at most one thing can hold this much.
  for (const [wanted, share] of shares) {
    if (share < 100 * AGREED_FROM) continue;
    const others = [...shares].filter(([other]) => other !== wanted).map(([, value]) => value);
    return share >= AGREED_TIMES * Math.max(0, ...others) ? wanted : null;
  }
  return null;
}

/** Whether the causes that ask for it are likely enough to suppress an address. */
export function mayBeSuppressed(causes: readonly RankedCause[], deedOf: (cause: CauseId) => Deed | null): boolean {
  const share = causes.reduce(
    (sum, { id, probability }) => sum + (deedOf(id) === 'suppress' ? Math.round(100 * probability) : 0),
    0,
  );
  return share >= 100 * SUPPRESS_FROM;
}
