import type { Differential } from './define.ts';

/** Reasons about who the sender is and proves to be. */
export const identityDifferentials = {
  'auth.spf': {
    grade: 'believed',
    shares: {
      'spf-lacks-sending-server': 64,
      'forwarding-breaks-authentication': 16,
      'spf-record-broken': 14,
      'forged-by-others': 6,
    },
  },
  'auth.dkim': {
    grade: 'believed',
    shares: {
      'dkim-key-wrong': 42,
      'not-signing-with-dkim': 26,
      'message-altered-on-the-way': 24,
      'forwarding-breaks-authentication': 8,
    },
  },
  'auth.dmarc': {
    grade: 'believed',
    shares: {
      'from-domain-not-aligned': 46,
      'authentication-missing': 24,
      'forwarding-breaks-authentication': 16,
      'forged-by-others': 8,
      'dkim-key-wrong': 6,
    },
  },
  'auth.bulk-required': {
    grade: 'believed',
    shares: {
      'authentication-missing': 66,
      'from-domain-not-aligned': 20,
      'forwarding-breaks-authentication': 8,
      'server-identity': 6,
    },
  },
  'auth.arc-or-forward': {
    grade: 'believed',
    shares: { 'forwarding-breaks-authentication': 88, 'from-domain-not-aligned': 12 },
    evidence: { 'forwarding-breaks-authentication': { 'text:forwarding': 0 } },
  },
  'auth.submission': {
    grade: 'believed',
    shares: { 'submission-without-login': 42, 'credentials-wrong': 36, 'login-method-switched-off': 22 },
    // Whoever signs in or does not, does so at a server of the own side.
    evidence: { 'submission-without-login': { 'refused-by:own-server': 0 } },
  },
  'tls.required': {
    grade: 'believed',
    shares: { 'sender-tls-missing-or-old': 60, 'receiver-tls-broken': 30, 'middlebox-alters-smtp': 10 },
  },
  'dns.ptr': {
    grade: 'believed',
    shares: { 'reverse-name-missing': 54, 'reverse-name-not-confirmed': 30, 'reverse-name-generic': 16 },
  },
  'dns.helo': {
    grade: 'believed',
    shares: { 'helo-no-host-name': 54, 'helo-does-not-resolve': 46 },
  },
  'dns.sender-domain': {
    grade: 'believed',
    shares: {
      'return-path-domain-broken': 68,
      'receiver-resolver-fault': 16,
      'sender-address-malformed': 12,
      'forged-by-others': 4,
    },
  },
  'dns.sender-address': {
    grade: 'believed',
    shares: {
      'sender-address-unverified': 42,
      'sender-address-malformed': 22,
      'tenant-blocks-sender': 24,
      'own-relay-refuses': 12,
    },
    // "Sender address rejected: Access denied" is an entry in somebody's list.
    evidence: { 'tenant-blocks-sender': { 'text:access-denied': 8 }, 'own-relay-refuses': { 'text:access-denied': 8 } },
  },
} as const satisfies Record<string, Differential>;
