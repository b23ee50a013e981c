import type { Differential } from './define.ts';

/** Reasons about the message itself. */
export const contentDifferentials = {
  'content.spam': {
    grade: 'believed',
    shares: { 'content-looks-like-spam': 62, 'sender-reputation': 20, 'link-domain-listed': 9, 'filter-too-strict': 9 },
    evidence: {
      'content-looks-like-spam': {
        'text:content': 0,
        'stage:end-of-data': 3,
        'link-domain-listed:yes': 0,
        // One message that a provider takes for spam is refused for all of its domains.
        'other-domains-same-provider:refused': 8,
      },
      'link-domain-listed': { 'text:url': 4, 'stage:end-of-data': 3 },
    },
  },
  'content.url': {
    grade: 'believed',
    shares: { 'link-domain-listed': 82, 'content-looks-like-spam': 14, 'filter-too-strict': 4 },
    evidence: {
      'link-domain-listed': { 'text:url': 0 },
      // A link is looked up when all of the message is there, as everything else in it is.
      'content-looks-like-spam': { 'text:content': 0, 'link-domain-listed:yes': 0, 'stage:end-of-data': 0 },
    },
  },
  'content.virus': {
    grade: 'believed',
    shares: { 'malware-in-message': 66, 'scanner-errs': 20, 'account-broken-into': 8, 'content-looks-like-spam': 6 },
    evidence: {
      'malware-in-message': { 'text:malware': 0 },
      'content-looks-like-spam': { 'text:content': 0, 'stage:end-of-data': 0 },
    },
  },
  'content.attachment': {
    grade: 'believed',
    shares: { 'attachment-barred': 90, 'malware-in-message': 6, 'filter-too-strict': 4 },
    evidence: { 'attachment-barred': { 'text:attachment': 0 } },
  },
  'content.too-big': {
    grade: 'believed',
    shares: { 'message-too-big': 88, 'receiver-limit-too-low': 7, 'quota-too-small': 5 },
    evidence: { 'quota-too-small': { 'text:over-size': 0, 'plain-message:accepted': 3 } },
  },
  'content.not-rfc': {
    grade: 'believed',
    shares: { 'message-malformed': 82, 'relay-damages-message': 10, 'filter-too-strict': 8 },
  },
  'content.conversion': {
    grade: 'believed',
    shares: { 'receiver-lacks-extension': 84, 'relay-damages-message': 16 },
  },
} as const satisfies Record<string, Differential>;
