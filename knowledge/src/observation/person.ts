import type { ObservationTest } from './define.ts';

/** What only the recipient or their administrator can say. */
export const personTests = {
  'recipient-confirms': {
    from: 'person',
    ask: 'Did the person confirm the address by telephone or another way?',
    how: 'Ask the person by another way, and have the address spelt.',
    effort: 4,
    yes: 'exists',
    no: 'gone',
    outcomes: {
      exists: 'The person says that the address is right and in use.',
      gone: 'The person or the organisation says that the address is gone.',
    },
  },
  'other-sender': {
    from: 'person',
    ask: 'Does mail from an unrelated sender reach the same address?',
    how: 'Write to the address from a mailbox at another provider.',
    effort: 3,
    yes: 'accepted',
    no: 'refused',
    outcomes: {
      accepted: 'Other senders reach the address.',
      refused: 'Other senders are refused as well.',
    },
  },
  'directory-object': {
    from: 'person',
    ask: "What does the organisation's directory say of the address?",
    how: 'Their administrator looks the address up in the directory of the mail system.',
    effort: 4,
    outcomes: {
      found: 'The directory has the address.',
      missing: 'The directory of the mail system does not have the address.',
      'only-on-premises': 'Only the own servers of the organisation have the address, not the cloud.',
    },
  },
  'accepted-domain': {
    from: 'person',
    ask: 'How is the domain set up in their mail system?',
    how: 'Their administrator looks at the accepted domains.',
    effort: 4,
    outcomes: {
      authoritative: 'The domain is set up as one whose addresses are all in the directory.',
      'internal-relay': 'The domain is set up to pass unknown addresses on.',
      missing: 'The domain is not set up in that mail system.',
    },
  },
  'message-trace': {
    from: 'person',
    ask: "Does the message stand in the receiving side's message trace?",
    how: 'Their administrator searches the trace for sender, recipient and time.',
    effort: 4,
    outcomes: {
      delivered: 'The trace says that the message was delivered.',
      blocked: 'The trace says that a filter or rule stopped the message.',
      absent: 'The trace does not know the message: it was refused at the edge.',
    },
  },
  'sender-restriction': {
    from: 'person',
    ask: 'Does the mailbox or group accept mail from outside?',
    how: 'Their administrator looks at the delivery restrictions of the recipient.',
    effort: 4,
    yes: 'open',
    no: 'closed',
    outcomes: {
      closed: 'The recipient accepts only inside or listed senders.',
      open: 'The recipient accepts mail from everybody.',
    },
  },
  'connector-restriction': {
    from: 'person',
    ask: 'Does an inbound connector accept mail from certain addresses only?',
    how: 'Their administrator looks at the inbound connectors.',
    effort: 4,
    yes: 'restricts',
    no: 'none',
    outcomes: {
      restricts: 'An inbound connector takes mail from certain senders only.',
      none: 'No inbound connector restricts who may send.',
    },
  },
  'block-entry': {
    from: 'person',
    ask: 'Does a block entry or a rule of theirs name you?',
    how: 'Their administrator looks at block lists and mail flow rules.',
    effort: 4,
    yes: 'found',
    no: 'none',
    outcomes: {
      found: 'A block entry or rule of the receiving organisation names the sender.',
      none: 'No block entry or rule there names the sender.',
    },
  },
} as const satisfies Record<string, ObservationTest>;
