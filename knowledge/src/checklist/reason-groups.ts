import type { ReasonId } from '../vocabulary/reason.ts';

/** Refusals behind which the address, or the directory's knowledge of it, can stand. */
export const aboutTheAddress: readonly ReasonId[] = [
  'recipient.unknown',
  'recipient.edge-blocked',
  'recipient.ambiguous',
  'recipient.moved',
  'recipient.disabled',
  'recipient.address-verification',
  'policy.access-denied',
  'unknown.text',
];

/** Refusals behind which the set-up of the domain can stand. */
export const aboutTheDomain: readonly ReasonId[] = [
  'recipient.unknown',
  'recipient.edge-blocked',
  'recipient.domain-unknown',
  'recipient.null-mx',
  'route.relay-denied',
  'route.no-mail-users',
  'route.loop',
  'policy.access-denied',
  'unknown.text',
];

/** Refusals behind which a wish of the recipient or their organisation can stand: who may write to whom. */
export const aboutTheSender: readonly ReasonId[] = [
  'recipient.not-allowed-sender',
  'recipient.personal-block',
  'recipient.edge-blocked',
  'policy.transport-rule',
  'policy.generic',
  'policy.access-denied',
  'reputation.ip-private',
  'reputation.domain-list',
  'reputation.geo',
  'reputation.low',
  'unknown.text',
];

/** Refusals by a filter that looked into the message or at its authentication. */
export const byAFilter: readonly ReasonId[] = [
  'content.spam',
  'content.url',
  'content.virus',
  'content.attachment',
  'auth.spf',
  'auth.dkim',
  'auth.dmarc',
  'auth.bulk-required',
  'auth.arc-or-forward',
];

/** The mailbox has no room. */
export const noRoom: readonly ReasonId[] = ['recipient.over-quota', 'recipient.over-quota-long'];

/** Everything about which a log can tell more. */
export const worthATrace: readonly ReasonId[] = [
  ...new Set([
    ...aboutTheAddress,
    ...aboutTheDomain,
    ...aboutTheSender,
    ...byAFilter,
    ...noRoom,
    'recipient.rate-limited',
    'route.no-answer',
    'route.dropped',
    'route.expired',
    'host.not-accepting',
    'host.internal-error',
    'host.disk-full',
    'host.pipe-failed',
    'tls.required',
    'unknown.empty',
    'unknown.no-recipient',
  ] as const),
];
