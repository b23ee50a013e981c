import type { Differential } from './define.ts';

/** Reports that are no refusal, and refusals that say nothing. */
export const noticeDifferentials = {
  'notice.delayed': {
    grade: 'believed',
    shares: {
      'passing-outage': 48,
      greylisted: 14,
      'server-overloaded-or-serviced': 14,
      'server-down-for-long': 10,
      'sending-too-fast': 8,
      'own-network-or-firewall': 6,
    },
  },
  'notice.delivered': { grade: 'read', shares: { 'mail-delivered': 100 } },
  'notice.autoreply': { grade: 'read', shares: { 'person-away': 100 } },
  'notice.challenge': { grade: 'believed', shares: { 'sender-to-be-confirmed': 100 } },
  'notice.complaint': { grade: 'read', shares: { 'recipient-complained': 100 } },
  'notice.unsubscribe': { grade: 'read', shares: { 'recipient-unsubscribed': 100 } },
  'notice.subscribe': { grade: 'believed', shares: { 'person-subscribed': 100 } },
  'notice.forged': { grade: 'believed', shares: { 'forged-by-others': 100 } },
  // Whatever a server may mean that does not say what it means.
  'unknown.no-recipient': {
    grade: 'believed',
    shares: {
      'address-does-not-exist': 34,
      'forged-by-others': 26,
      'receiver-fault': 16,
      'mx-points-elsewhere': 12,
      'content-looks-like-spam': 12,
    },
  },
  'unknown.text': {
    grade: 'believed',
    shares: {
      'address-does-not-exist': 22,
      'tenant-restriction': 18,
      'content-looks-like-spam': 16,
      'sender-ip-listed': 14,
      'receiver-fault': 14,
      'mx-points-elsewhere': 8,
      'sender-authentication': 8,
    },
  },
  'unknown.empty': {
    grade: 'believed',
    shares: {
      'address-does-not-exist': 30,
      'receiver-fault': 20,
      'content-looks-like-spam': 16,
      'tenant-restriction': 14,
      'sender-ip-listed': 12,
      'mx-points-elsewhere': 8,
    },
  },
} as const satisfies Record<string, Differential>;
