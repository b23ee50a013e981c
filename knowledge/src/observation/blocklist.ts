import type { ObservationTest } from './define.ts';

/** Look-ups of the sender's addresses and domains on public blocklists. */
export const blocklistTests = {
  'sending-ip-listed': {
    from: 'blocklist',
    ask: 'Is your sending IP address on a public blocklist?',
    how: 'Look the address up on the list that the refusal names, else on the large ones.',
    effort: 2,
    yes: 'yes',
    no: 'no',
    outcomes: {
      yes: 'The sending IP address is on a public blocklist.',
      no: 'The sending IP address is on none of the blocklists asked.',
    },
  },
  'link-domain-listed': {
    from: 'blocklist',
    ask: 'Is a domain that the message links to on a blocklist?',
    how: 'Look up every link domain of the message on a domain blocklist.',
    effort: 2,
    yes: 'yes',
    no: 'no',
    outcomes: {
      yes: 'A domain in the message is on a blocklist.',
      no: 'No domain in the message is on a blocklist.',
    },
  },
  'sending-domain-listed': {
    from: 'blocklist',
    ask: 'Is your own sending domain on a domain blocklist?',
    how: 'Look up the domains of From, return path and DKIM signature on a domain blocklist.',
    effort: 2,
    yes: 'yes',
    no: 'no',
    outcomes: {
      yes: 'The sending domain is on a blocklist.',
      no: 'The sending domain is on no blocklist.',
    },
  },
} as const satisfies Record<string, ObservationTest>;
