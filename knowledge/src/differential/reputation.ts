import type { Differential } from './define.ts';

/** Reasons about how the sender is seen and how fast they send. */
export const reputationDifferentials = {
  'reputation.ip-dnsbl': {
    grade: 'believed',
    shares: {
      'sender-ip-listed': 76,
      'shared-ip-neighbour': 12,
      'receiver-misuses-list': 8,
      'home-or-dynamic-address': 4,
    },
    // The reason itself is that a list is named.
    evidence: { 'sender-ip-listed': { 'blocklist-named:yes': 0, 'text:blocklist': 0 } },
  },
  'reputation.ip-private': {
    grade: 'believed',
    shares: {
      'ip-blocked-by-receiver': 70,
      'shared-ip-neighbour': 14,
      'sender-ip-listed': 8,
      'tenant-blocks-sender': 8,
    },
    evidence: { 'sender-ip-listed': { 'text:blocklist': 2, 'text:ip-address': 0 } },
  },
  'reputation.domain-list': {
    grade: 'believed',
    shares: { 'sending-domain-listed': 62, 'link-domain-listed': 30, 'receiver-misuses-list': 8 },
    evidence: { 'link-domain-listed': { 'text:url': 2 } },
  },
  'reputation.low': {
    grade: 'believed',
    shares: { 'sender-reputation': 66, 'new-ip-or-domain': 18, 'shared-ip-neighbour': 12, 'sender-ip-listed': 4 },
    evidence: { 'sender-reputation': { 'text:low-reputation': 0 }, 'sender-ip-listed': { 'text:ip-address': 0 } },
  },
  'reputation.complaints': {
    grade: 'believed',
    shares: { 'complaints-too-many': 84, 'shared-ip-neighbour': 8, 'sender-reputation': 8 },
  },
  'reputation.dynamic-ip': {
    grade: 'believed',
    shares: { 'home-or-dynamic-address': 84, 'reverse-name-generic': 16 },
  },
  'reputation.geo': {
    grade: 'believed',
    shares: { 'country-refused': 88, 'tenant-blocks-sender': 12 },
  },
  'reputation.tenant-restricted': {
    grade: 'believed',
    shares: { 'own-account-restricted': 72, 'account-broken-into': 28 },
  },
  'rate.connections': {
    grade: 'believed',
    shares: { 'too-many-connections': 72, 'server-overloaded-or-serviced': 16, 'sender-reputation': 12 },
    evidence: { 'server-overloaded-or-serviced': { 'text:maintenance': 1 } },
  },
  'rate.messages': {
    grade: 'believed',
    shares: { 'sending-too-fast': 62, 'sender-reputation': 20, 'new-ip-or-domain': 14, 'own-account-restricted': 4 },
    evidence: { 'sending-too-fast': { 'text:throttled': 0 } },
  },
  'rate.recipients': {
    grade: 'believed',
    shares: { 'too-many-recipients': 76, 'sending-too-fast': 14, 'dirty-list': 10 },
    evidence: { 'sending-too-fast': { 'text:throttled': 0 } },
  },
  'rate.greylist': {
    grade: 'believed',
    shares: { greylisted: 92, 'retries-from-many-addresses': 4, 'sender-reputation': 4 },
  },
} as const satisfies Record<string, Differential>;
