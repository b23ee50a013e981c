import type { RecordChange } from '@whybounce/core/record';

/** Whether a proposal is what stands there already, so that there is nothing to publish. */
export function isUnchanged(changes: readonly RecordChange[]): boolean {
  return changes.every(({ kind }) => kind === 'kept');
}
