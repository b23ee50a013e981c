import type { CauseId } from '@whybounce/knowledge';
import type { RankedCause } from './observation.ts';

/** The cause that a refusal mostly has: the one with the largest share before anything else was seen; null for no causes. */
export function usualCause(causes: readonly RankedCause[]): CauseId | null {
  let best: RankedCause | null = null;
  for (const cause of causes) if (best === null || share(cause) > share(best)) best = cause;
  return best?.id ?? null;
}

function share({ evidence }: RankedCause): number {
  return evidence.find(({ effect }) => effect === 'prior')?.weight ?? 0;
}
