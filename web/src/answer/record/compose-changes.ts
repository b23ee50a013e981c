import type { RecordChange } from '@whybounce/core/record';

/** Two steps of changes as one: what the first made and the second changed again is told once. */
export function composeChanges(first: readonly RecordChange[], second: readonly RecordChange[]): RecordChange[] {
  const later = new Map(second.flatMap((change) => (change.from === null ? [] : [[change.from, change] as const])));
  const composed = first.map((change): RecordChange => {
    const next = change.to === null ? undefined : later.get(change.to);
    if (next === undefined || next.kind === 'kept') return change;
    later.delete(change.to ?? '');
    return {
      kind: next.to === null ? (change.from === null ? 'kept' : 'removed') : change.from === null ? 'added' : 'changed',
      from: change.from,
      to: next.to,
      why: next.why ?? change.why,
    };
  });
  const told = new Set(first.map(({ to }) => to));
  const rest = second.filter(({ from }) => from === null || !told.has(from));
  // what came and went again was never there
  return [...composed, ...rest].filter(({ from, to }) => from !== null || to !== null);
}
