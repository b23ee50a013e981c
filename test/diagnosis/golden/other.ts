import type { GoldenCase } from './case.ts';

/** Refusals that say nothing, and what never left. */
export const otherCases: readonly GoldenCase[] = [
  {
    name: 'kept back by the own platform',
    source: 'https://github.com/pypi/warehouse/issues/18501',
    reason: 'suppressed.by-esp',
    refusal: {
      line: '550 5.1.1 Amazon SES has suppressed sending to this address because it has a recent history of bouncing',
    },
    expect: { cause: 'on-platform-suppression-list', named: true, owner: 'sending-platform', do: 'suppress' },
    flip: { none: 'only one cause stands behind it' },
  },
  {
    name: 'words that nobody has explained yet',
    reason: 'unknown.text',
    refusal: { line: '554 Transaction ended (Q-17)' },
    expect: { cause: 'address-does-not-exist', named: false, owner: 'sender', do: 'hold' },
    flip: { with: 'stage:end-of-data', cause: 'content-looks-like-spam', named: false },
  },
  {
    name: 'words that nobody has explained yet, to an address whose colleagues get their mail',
    reason: 'unknown.text',
    refusal: { line: '554 Transaction ended (Q-17)', stage: 'rcpt' },
    seen: ['control-recipient-same-domain:accepted', 'second-try:refused'],
    expect: { cause: 'address-does-not-exist', named: true, owner: 'sender', do: 'hold' },
    flip: { with: 'other-sender:accepted', cause: 'tenant-restriction', do: 'hold' },
  },
  {
    name: 'not a word',
    reason: 'unknown.empty',
    refusal: { line: null },
    expect: { cause: 'address-does-not-exist', named: false, owner: 'sender', do: 'hold' },
    flip: { with: 'plain-message:accepted', cause: 'content-looks-like-spam', named: true, owner: 'sender', do: 'fix' },
  },
  {
    name: 'a bounce that names nobody',
    reason: 'unknown.no-recipient',
    refusal: { line: null, recipient: null },
    expect: { cause: 'address-does-not-exist', named: false, owner: 'nobody', do: 'ignore' },
    flip: { with: 'message-sent:no', cause: 'forged-by-others', named: true, owner: 'nobody', do: 'ignore' },
  },
  {
    name: 'a warning that it is still waiting',
    reason: 'notice.delayed',
    refusal: {
      line: 'Your message could not be delivered for more than 4 hours. It will be retried until it is 5 days old',
      kind: 'deferral',
    },
    expect: { cause: 'passing-outage', named: false, owner: 'nobody', do: 'retry' },
    flip: {
      with: 'connect-elsewhere:fails',
      cause: 'own-network-or-firewall',
      named: true,
      owner: 'sender',
      do: 'fix',
    },
  },
];
