import type { Differential } from './define.ts';

/** Reasons about the way to the mailbox and the server at its end. */
export const routeDifferentials = {
  'route.relay-denied': {
    grade: 'believed',
    shares: {
      'mx-points-elsewhere': 33,
      'domain-not-set-up-at-host': 29,
      'submission-without-login': 23,
      'own-relay-refuses': 8,
      'sender-limited-by-connector': 4,
      'own-connector-mismatch': 3,
    },
    // Every refusal of this kind speaks of relaying, and Microsoft gives 5.4.1 and its tenants to all of them.
    evidence: {
      'mx-points-elsewhere': { 'text:relay': 0, 'status-subject:network': 0 },
      'domain-not-set-up-at-host': { 'text:tenant': 0 },
      'submission-without-login': { 'text:relay': 0 },
    },
  },
  'route.no-mail-users': {
    grade: 'believed',
    shares: { 'domain-not-set-up-at-host': 72, 'mx-points-elsewhere': 22, 'domain-misconfigured-at-receiver': 6 },
    evidence: { 'mx-points-elsewhere': { 'status-subject:network': 0 } },
  },
  'route.loop': {
    grade: 'believed',
    shares: { 'forwarding-loop': 58, 'mx-loops-back': 34, 'own-routing-loop': 8 },
  },
  'route.no-answer': {
    grade: 'believed',
    shares: {
      'passing-outage': 58,
      'server-down-for-long': 16,
      'own-network-or-firewall': 9,
      'mx-points-elsewhere': 7,
      'sender-blocked-silently': 6,
      'domain-gone': 4,
    },
    // Whatever does not answer has a status of the network (X.4).
    evidence: { 'mx-points-elsewhere': { 'text:relay': 0, 'status-subject:network': 0 } },
  },
  'route.dropped': {
    grade: 'believed',
    shares: {
      'passing-outage': 60,
      'server-overloaded-or-serviced': 14,
      'sender-blocked-silently': 12,
      'middlebox-alters-smtp': 8,
      'message-trips-receiver': 6,
    },
    // Every broken connection counts as temporary.
    evidence: { 'server-overloaded-or-serviced': { 'permanence:temporary': 2 } },
  },
  'route.dns-temporary': {
    grade: 'believed',
    shares: { 'dns-passing-fault': 62, 'domain-dns-broken': 26, 'own-resolver-at-fault': 12 },
    // The reason itself is that a look-up failed.
    evidence: {
      'domain-dns-broken': { 'text:dns-trouble': 0, 'text:dns-missing': 0 },
      'own-resolver-at-fault': { 'text:dns-trouble': 0 },
    },
  },
  'route.expired': {
    grade: 'believed',
    shares: {
      'server-down-for-long': 38,
      'passing-outage': 12,
      'sender-blocked-silently': 10,
      'own-network-or-firewall': 9,
      'mx-points-elsewhere': 8,
      'domain-dns-broken': 8,
      'sending-too-fast': 8,
      'mailbox-full-for-now': 7,
    },
    // It waited for days already: an outage that lasts says less than it does elsewhere.
    evidence: {
      'server-down-for-long': { 'text:timed-out': 3, 'text:connection-refused': 5 },
      'passing-outage': { 'outage-for:days': -6 },
      'mx-points-elsewhere': { 'status-subject:network': 0 },
      'domain-dns-broken': { 'text:dns-trouble': 10 },
      'sending-too-fast': { 'text:throttled': 10 },
    },
  },
  'host.not-accepting': {
    grade: 'believed',
    shares: {
      'server-overloaded-or-serviced': 46,
      'server-takes-no-mail': 30,
      'domain-not-set-up-at-host': 10,
      'sender-reputation': 14,
    },
  },
  'host.internal-error': {
    grade: 'believed',
    shares: {
      'receiver-fault': 76,
      'server-overloaded-or-serviced': 10,
      'message-trips-receiver': 8,
      'domain-misconfigured-at-receiver': 6,
    },
  },
  'host.disk-full': {
    grade: 'believed',
    shares: { 'receiver-disk-full': 92, 'server-overloaded-or-serviced': 8 },
    // "Insufficient system storage" is what a full disk says, and it is always temporary.
    evidence: { 'server-overloaded-or-serviced': { 'text:maintenance': 0, 'permanence:temporary': 0 } },
  },
  'host.pipe-failed': {
    grade: 'believed',
    shares: { 'delivery-program-broken': 74, 'recipients-own-rule-broken': 26 },
  },
  'host.protocol': {
    grade: 'believed',
    shares: { 'own-client-misbehaves': 64, 'middlebox-alters-smtp': 16, 'receiver-protocol-fault': 20 },
  },
} as const satisfies Record<string, Differential>;
