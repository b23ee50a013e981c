import type { ReasonId } from '../../knowledge/src/vocabulary/reason.ts';

/** A family of reasons (`auth.`) or one reason. */
type ReasonPrefix = ReasonId | `${'auth' | 'content' | 'dns' | 'host' | 'policy' | 'rate' | 'route' | 'unknown'}.`;

/**
 * The reasons by which the meaning of each collected category can be told. The categories are wider than the reasons and
 * cut otherwise: a quota also stops a banned sender, a verdict on content may be called a policy or come as a limit. None
 * makes an address dead that its category leaves alive.
 */
const reasonsOf: Readonly<Record<string, readonly ReasonPrefix[]>> = {
  DNS: ['dns.', 'recipient.domain-unknown', 'route.dns-temporary', 'tls.required', 'host.internal-error'],
  'address-unknown': [
    'recipient.unknown',
    'recipient.edge-blocked',
    'recipient.domain-unknown',
    'recipient.null-mx',
    'recipient.address-verification',
    'suppressed.by-esp',
  ],
  'auth-required': ['auth.submission'],
  content: ['content.', 'policy.', 'reputation.domain-list', 'rate.messages'],
  greylist: ['rate.greylist', 'recipient.address-verification'],
  loop: ['route.loop'],
  'mailbox-disabled': ['recipient.disabled', 'recipient.moved', 'recipient.unknown', 'route.no-mail-users'],
  'mailbox-full': ['recipient.over-quota', 'recipient.over-quota-long'],
  'network/timeout': ['route.'],
  'protocol/syntax': [
    'host.protocol',
    'content.not-rfc',
    'content.conversion',
    'content.too-big',
    'dns.helo',
    'dns.sender-address',
    'recipient.bad-syntax',
    'auth.submission',
    'rate.recipients',
    'rate.messages',
  ],
  quota: ['rate.', 'reputation.tenant-restricted', 'reputation.low'],
  'rate-limit': [
    'rate.',
    'recipient.rate-limited',
    'reputation.low',
    'reputation.complaints',
    'host.not-accepting',
    'host.disk-full',
  ],
  'relay-denied': ['route.relay-denied'],
  'reputation-IP': [
    'reputation.ip-dnsbl',
    'reputation.ip-private',
    'reputation.low',
    'reputation.complaints',
    'reputation.dynamic-ip',
    'policy.',
    'rate.messages',
  ],
  'reputation-domain': ['reputation.domain-list', 'reputation.low', 'rate.messages'],
  'routing/accepted-domain': [
    'route.',
    'recipient.ambiguous',
    'recipient.address-verification',
    'host.internal-error',
    'host.not-accepting',
    'policy.',
  ],
  'sender-auth': ['auth.', 'dns.', 'tls.required', 'policy.'],
  'server-fault': ['host.'],
  size: ['content.too-big', 'rate.recipients'],
  'tenant-policy/recipient-restriction': [
    'policy.',
    'recipient.not-allowed-sender',
    'recipient.personal-block',
    'dns.sender-address',
    'reputation.ip-private',
    'reputation.geo',
    'suppressed.by-esp',
    'host.not-accepting',
  ],
  unknown: ['unknown.', 'host.internal-error'],
};

/** Whether a reason says what a row of that category says. */
export function isMeaningOf(category: string, reason: ReasonId): boolean {
  return (reasonsOf[category] ?? []).some((prefix) => reason.startsWith(prefix));
}
