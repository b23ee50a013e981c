import type { Differential } from './define.ts';

/** Reasons that only say that something was not allowed: the shares of the published table for 5.7.1. */
const notAuthorised = {
  grade: 'believed',
  shares: {
    'sender-authentication': 24,
    'sender-ip-listed': 22,
    'tenant-restriction': 16,
    'content-looks-like-spam': 14,
    'relaying-or-wrong-server': 12,
    'local-access-rule': 8,
    'server-identity': 4,
  },
} as const satisfies Differential;

/** Reasons about rules of the receiver. */
export const policyDifferentials = {
  'policy.generic': notAuthorised,
  'policy.access-denied': {
    grade: 'believed',
    shares: {
      'local-access-rule': 44,
      'tenant-restriction': 16,
      'relaying-or-wrong-server': 16,
      'sender-ip-listed': 10,
      'sender-authentication': 9,
      'server-identity': 5,
    },
    evidence: { 'local-access-rule': { 'text:access-denied': 0 } },
  },
  'policy.transport-rule': {
    grade: 'believed',
    shares: { 'content-rule-of-receiver': 46, 'tenant-blocks-sender': 36, 'tenant-restriction': 18 },
  },
  'suppressed.by-esp': {
    grade: 'believed',
    shares: { 'on-platform-suppression-list': 100 },
  },
} as const satisfies Record<string, Differential>;
