import { type BounceEvent, sayReason, systemName } from '@whybounce/core';
import type { HeldEvent } from './held-event.ts';
import { isFailure } from './is-failure.ts';
import type { ListQuery, ListView, RowView } from './shapes.ts';

/** By what events are counted and filtered. */
export type CountedBy = NonNullable<ListQuery['filter']>['by'];

/** Rows that one answer holds at most. */
export const MAX_PAGE = 1_000;

/**
 * The value by which an event is counted; empty where it is not known. Null for what is not counted:
 * all but the kind is counted of failures alone.
 */
export function countedValue(event: BounceEvent, by: CountedBy): string | null {
  if (by === 'kind') return event.kind;
  if (!isFailure(event)) return null;
  switch (by) {
    case 'domain':
      return domainOf(event.recipient) ?? '';
    case 'system':
      return event.provider ?? '';
    case 'reason':
      return event.diagnosis?.reason ?? '';
    case 'owner':
      return event.diagnosis?.owner ?? '';
    case 'deed':
      return event.diagnosis?.action.do ?? '';
  }
}

/** A part of the list. */
export function listView(held: readonly HeldEvent[], { from, size, filter }: ListQuery): ListView {
  const numbers: number[] = [];
  const failing = new Set(held.flatMap(({ event, input }) => (isFailure(event) ? input : [])));
  // Opens, clicks and letters between the bounces of an input are counted, and would only stand in the way.
  const isAside = ({ event, input }: HeldEvent): boolean => event.kind === 'other' && failing.has(input);
  for (const [number, one] of held.entries())
    if (filter === null ? !isAside(one) : countedValue(one.event, filter.by) === filter.value) numbers.push(number);
  const start = Math.max(0, Math.floor(from) || 0);
  const count = Math.min(MAX_PAGE, Math.max(0, Math.floor(size) || 0));
  const rows = numbers.slice(start, start + count).map((number) => rowView(number, (held[number] as HeldEvent).event));
  return { rows, total: numbers.length, from: start };
}

function rowView(number: number, { input, kind, recipient, provider, diagnosis }: BounceEvent): RowView {
  return {
    number,
    input,
    kind,
    recipient,
    system: provider === null ? null : systemName(provider),
    reason: diagnosis?.reason ?? null,
    says: diagnosis === null ? null : sayReason(diagnosis.reason),
    owner: diagnosis?.owner ?? null,
    deed: diagnosis?.action.do ?? null,
    confidence: diagnosis?.confidence ?? null,
  };
}

/** The domain of an address, in lower case. */
function domainOf(address: string | null): string | null {
  const at = address?.lastIndexOf('@') ?? -1;
  return address === null || at < 0 || at === address.length - 1 ? null : address.slice(at + 1).toLowerCase();
}
