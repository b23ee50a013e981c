import type { Differential } from './define.ts';

/** Reasons about the address and its mailbox. */
export const recipientDifferentials = {
  'recipient.unknown': {
    grade: 'believed',
    shares: {
      'address-does-not-exist': 84,
      'directory-not-synchronised': 5,
      'refusal-disguised': 5,
      'mx-points-elsewhere': 4,
      'domain-misconfigured-at-receiver': 2,
    },
    // The reason itself is that the words say so, and words decide, not the code beside them.
    evidence: {
      'address-does-not-exist': {
        'text:user-unknown': 0,
        'status-subject:address': 0,
        'status-subject:content': 0,
        'status-subject:policy': 0,
        'status-subject:system': 0,
      },
      'mx-points-elsewhere': { 'text:relay': 0 },
    },
  },
  // The line that this project is named for: shares and weights of the published table.
  'recipient.edge-blocked': {
    grade: 'believed',
    shares: {
      'address-does-not-exist': 62,
      'directory-not-synchronised': 14,
      'domain-misconfigured-at-receiver': 8,
      'mx-points-elsewhere': 6,
      'gateway-relays-refusal': 5,
      'sender-limited-by-connector': 3,
      'sender-reputation': 2,
    },
    // Its status, 5.4.1, says network by an accident of history: it tells nothing here.
    evidence: {
      'mx-points-elsewhere': { 'status-subject:network': 0 },
      'sender-reputation': {
        'control-recipient-same-domain:accepted': -17,
        'control-recipient-same-domain:refused': 0,
      },
    },
  },
  'recipient.domain-unknown': {
    grade: 'believed',
    shares: { 'domain-mistyped': 50, 'domain-gone': 32, 'domain-dns-broken': 12, 'own-resolver-at-fault': 6 },
  },
  'recipient.null-mx': {
    grade: 'believed',
    shares: { 'domain-takes-no-mail': 94, 'domain-mistyped': 4, 'domain-dns-broken': 2 },
    evidence: { 'domain-takes-no-mail': { 'text:never-takes-mail': 0 } },
  },
  'recipient.bad-syntax': {
    grade: 'believed',
    shares: { 'address-malformed': 86, 'international-address-not-supported': 7, 'receiver-parses-strictly': 7 },
  },
  'recipient.ambiguous': {
    grade: 'believed',
    shares: { 'directory-entry-duplicated': 90, 'address-does-not-exist': 10 },
  },
  'recipient.moved': {
    grade: 'believed',
    shares: { 'mailbox-moved': 92, 'directory-not-synchronised': 8 },
  },
  'recipient.disabled': {
    grade: 'believed',
    shares: {
      'account-closed': 74,
      'account-suspended-for-now': 20,
      'directory-not-synchronised': 3,
      'refusal-disguised': 3,
    },
  },
  'recipient.over-quota': {
    grade: 'believed',
    shares: { 'mailbox-full-for-now': 70, 'mailbox-abandoned': 23, 'quota-too-small': 7 },
  },
  'recipient.over-quota-long': {
    grade: 'believed',
    shares: { 'mailbox-abandoned': 86, 'mailbox-full-for-now': 12, 'quota-too-small': 2 },
    evidence: { 'mailbox-abandoned': { 'text:still-full': 0 } },
  },
  'recipient.rate-limited': {
    grade: 'believed',
    shares: { 'mailbox-flooded': 58, 'mailing-one-mailbox-too-fast': 42 },
  },
  'recipient.not-allowed-sender': {
    grade: 'believed',
    shares: {
      'group-closed-to-outsiders': 46,
      'recipient-restricts-senders': 38,
      'tenant-blocks-sender': 12,
      'sender-limited-by-connector': 4,
    },
  },
  'recipient.personal-block': {
    grade: 'believed',
    shares: { 'recipient-blocked-sender': 90, 'tenant-blocks-sender': 10 },
  },
  'recipient.address-verification': {
    grade: 'believed',
    shares: { 'verification-pending': 72, 'verification-fails': 28 },
  },
} as const satisfies Record<string, Differential>;
