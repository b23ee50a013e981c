import type { SystemRef } from '@whybounce/core/encyclopedia';
import type { SystemKind } from '@whybounce/knowledge';

/** In which order systems are named: those that people look for first. */
export const kindOrder: readonly SystemKind[] = [
  'mailbox-provider',
  'gateway',
  'mta',
  'filter',
  'sending-platform',
  'blocklist',
  'wording',
];

/** Compares systems by kind and then by name. */
export function byKind(a: SystemRef, b: SystemRef): number {
  return kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || compareNames(a.name, b.name);
}

/** Compares names without regard to capitals, the same in every engine. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
