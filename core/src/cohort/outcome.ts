import type { BounceEvent } from '../event.ts';
import { builtInRules } from '../rules/rule-set.ts';

/** By what events are put together. The order is the order of preference where several tell the same. */
export const dimensions = ['domain', 'provider', 'campaign', 'segment', 'sendingIp', 'sendingDomain'] as const;

/** `domain` is the recipient's, `provider` whoever keeps its mailboxes, the others are the sender's own. */
export type Dimension = (typeof dimensions)[number];

/** An event with what its input does not say. */
export interface CohortInput {
  readonly event: BounceEvent;
  /** Absent: as the event has it. */
  readonly campaign?: string | null | undefined;
  /** List or import that the address came from. */
  readonly segment?: string | null | undefined;
  /** Absent: as the event has it. */
  readonly sendingIp?: string | null | undefined;
  /** Absent: the domain of the From line, else of the return path. */
  readonly sendingDomain?: string | null | undefined;
  /** Milliseconds since 1970. Absent: the event's own time. */
  readonly at?: number | null | undefined;
}

/** What became of an attempt. */
export type OutcomeKind = 'delivery' | 'failure' | 'deferral' | 'complaint';

/** An event as cohorts see it: what happened, to whom, from where. Null is not known. */
export interface Outcome {
  readonly kind: OutcomeKind;
  /** In lower case. */
  readonly address: string | null;
  readonly keys: Readonly<Record<Dimension, string | null>>;
  /** The reason's id; null for a delivery. */
  readonly reason: string | null;
  /** `system/entry`, else the reason. */
  readonly rule: string | null;
  /** Milliseconds since 1970. */
  readonly at: number | null;
}

/** Finds who keeps the mailboxes of a domain, by its server and its name. */
export type FindProvider = (host: string | null, domain: string | null) => string | null;

/** Longer names of cohorts are cut: they come from mails and only have to tell cohorts apart. */
const MAX_KEY = 200;

const outcomeKinds: Readonly<Partial<Record<BounceEvent['kind'], OutcomeKind>>> = {
  delivery: 'delivery',
  bounce: 'failure',
  deferral: 'deferral',
  complaint: 'complaint',
};

/**
 * An event as cohorts see it; null for what is no outcome of an attempt: automatic answers, challenges,
 * and what a sending platform withheld by its own list, which was never sent.
 *
 * @param findProvider finds the provider where the event names none: {@link providerOf}, or one that remembers
 */
export function outcomeOf(input: CohortInput, findProvider: FindProvider = providerOf): Outcome | null {
  const { event } = input;
  const kind = outcomeKinds[event.kind];
  const reason = event.diagnosis?.reason ?? null;
  if (kind === undefined || reason === 'suppressed.by-esp') return null;
  const address = event.recipient?.toLowerCase() ?? null;
  const domain = domainOf(address);
  return {
    kind,
    address,
    keys: {
      domain: cut(domain),
      provider: event.provider ?? findProvider(event.remoteMta.host, domain),
      campaign: cut(input.campaign ?? event.message.campaign),
      segment: cut(input.segment ?? null),
      sendingIp: cut(input.sendingIp ?? event.sendingMta.ip),
      sendingDomain: cut(input.sendingDomain?.toLowerCase() ?? domainOf(event.message.from) ?? domainOf(event.sender)),
    },
    reason: kind === 'delivery' ? null : reason,
    rule: kind === 'delivery' ? null : (event.diagnosis?.rule ?? reason),
    at: timeOf(input),
  };
}

/** The last moment that a date can name (ECMA-262 section 21.4.1.1). */
const MAX_TIME = 8.64e15;

function timeOf({ at, event }: CohortInput): number | null {
  const time = at ?? (event.timestamp === null ? Number.NaN : Date.parse(event.timestamp));
  return Math.abs(time) <= MAX_TIME ? time : null;
}

function domainOf(address: string | null): string | null {
  if (address === null) return null;
  const at = address.lastIndexOf('@');
  if (at < 0) return null;
  const domain = address.slice(at + 1).toLowerCase();
  return domain === '' ? null : domain.endsWith('>') ? domain.slice(0, -1) : domain;
}

function cut(key: string | null): string | null {
  return key === null || key === '' ? null : key.slice(0, MAX_KEY);
}

/** A delivery has no refusal to tell the provider by, so host and domain have to. */
export function providerOf(host: string | null, domain: string | null): string | null {
  if (host === null && domain === null) return null;
  const refusal = { diagnostic: null, host, recipientDomain: domain, replyCode: null, enhancedStatus: null };
  return builtInRules().match(refusal).provider;
}
