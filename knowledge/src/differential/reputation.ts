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
    // The reason itself is that a list is named; whoever of the three brought the address there, it is on the list.
    evidence: {
      'sender-ip-listed': {
        'blocklist-named:yes': 0,
        'text:blocklist': 0,
        'shared-ip:yes': -2,
        'control-recipient-same-domain:accepted': -3,
      },
      'shared-ip-neighbour': { 'sending-ip-listed:yes': 15, 'sending-ip-listed:no': -10 },
      'home-or-dynamic-address': { 'sending-ip-listed:yes': 15, 'sending-ip-listed:no': -10 },
    },
  },
  'reputation.ip-private': {
    grade: 'believed',
    shares: {
      'ip-blocked-by-receiver': 70,
      'shared-ip-neighbour': 14,
      'sender-ip-listed': 8,
      'tenant-blocks-sender': 8,
    },
    evidence: {
      'sender-ip-listed': { 'text:blocklist': 2, 'text:ip-address': 0, 'shared-ip:yes': -2, 'stage:mail': 0 },
    },
  },
  'reputation.domain-list': {
    grade: 'believed',
    shares: { 'sending-domain-listed': 62, 'link-domain-listed': 30, 'receiver-misuses-list': 8 },
    evidence: { 'link-domain-listed': { 'text:url': 2 } },
  },
  'reputation.low': {
    grade: 'believed',
    shares: { 'sender-reputation': 66, 'new-ip-or-domain': 18, 'shared-ip-neighbour': 12, 'sender-ip-listed': 4 },
    evidence: {
      'sender-reputation': { 'text:low-reputation': 0 },
      'sender-ip-listed': { 'text:ip-address': 0, 'shared-ip:yes': -2 },
    },
  },
  'reputation.complaints': {
    grade: 'believed',
    shares: { 'complaints-too-many': 84, 'shared-ip-neighbour': 8, 'sender-reputation': 8 },
    evidence: { 'complaints-too-many': { 'text:complaints': 0 }, 'sender-reputation': { 'text:complaints': 0 } },
  },
  'reputation.dynamic-ip': {
    grade: 'believed',
    shares: { 'home-or-dynamic-address': 84, 'reverse-name-generic': 16 },
    evidence: {
      'home-or-dynamic-address': { 'text:dynamic-address': 0 },
      'reverse-name-generic': { 'text:dynamic-address': 0 },
    },
  },
  'reputation.geo': {
    grade: 'believed',
    shares: { 'country-refused': 88, 'tenant-blocks-sender': 12 },
    evidence: { 'country-refused': { 'text:country': 0 } },
  },
  'reputation.tenant-restricted': {
    grade: 'believed',
    shares: { 'own-account-restricted': 72, 'account-broken-into': 28 },
    // Only one's own provider says so.
    evidence: { 'own-account-restricted': { 'refused-by:own-server': 0 } },
  },
  'rate.connections': {
    grade: 'believed',
    shares: { 'too-many-connections': 72, 'server-overloaded-or-serviced': 16, 'sender-reputation': 12 },
    // Every limit of this kind is temporary and speaks of connections.
    evidence: {
      'too-many-connections': { 'text:throttled': 0 },
      'server-overloaded-or-serviced': { 'text:maintenance': 1, 'permanence:temporary': 0 },
    },
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
