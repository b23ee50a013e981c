import type { BounceEvent } from '@whybounce/core';

/** Whether a message was not delivered, or not yet. */
export function isFailure({ kind }: Pick<BounceEvent, 'kind'>): boolean {
  return kind === 'bounce' || kind === 'deferral';
}
