import type { ObservationTest } from './define.ts';

/** What the refusal itself shows beside its words. Nobody needs to be asked. */
export const replyTests = {
  stage: {
    from: 'reply',
    ask: 'At which step of the SMTP session was the mail refused?',
    how: 'Look in the log of the sending server for the command that was answered with the refusal.',
    effort: 2,
    outcomes: {
      connect: 'The server refused the connection itself.',
      ehlo: 'The server refused the greeting (EHLO).',
      auth: 'The server refused the sign-in.',
      mail: 'The server refused the sender (MAIL FROM).',
      rcpt: 'The server refused this recipient (RCPT TO), before it saw the message.',
      data: 'The server refused to take the message (DATA).',
      'end-of-data': 'The server refused the message after it had seen all of it.',
      'after-acceptance': 'A server accepted the message first and reported the failure later.',
    },
  },
  'refused-by': {
    from: 'reply',
    ask: 'Is the server that refused one of your own (your relay, smarthost or mail provider)?',
    how: 'Compare the host that refused with the server that your program hands its mail to.',
    effort: 1,
    yes: 'own-server',
    no: 'remote-server',
    outcomes: {
      'own-server': 'A server on the sending side refused.',
      'remote-server': 'A server on the receiving side refused.',
    },
  },
  'recipient-kind': {
    from: 'reply',
    ask: 'Is the address a person, a role or a group?',
    how: null,
    effort: 1,
    outcomes: {
      person: 'The address looks like a person.',
      role: 'The address is a role, such as info or sales.',
      group: 'The address looks like a group, a list or a shared mailbox.',
    },
  },
  'blocklist-named': {
    from: 'reply',
    ask: null,
    how: null,
    effort: 1,
    outcomes: { yes: 'The refusal names a public blocklist.' },
  },
  'retry-hint': {
    from: 'reply',
    ask: null,
    how: null,
    effort: 1,
    outcomes: { given: 'The server says when to come back.' },
  },
  permanence: {
    from: 'reply',
    ask: null,
    how: null,
    effort: 1,
    outcomes: {
      // Said of a time-out too, where no server spoke.
      temporary: 'By its code or its words this is temporary.',
      permanent: 'The server says that the refusal is final.',
    },
  },
  'status-subject': {
    from: 'reply',
    ask: null,
    how: null,
    effort: 1,
    outcomes: {
      address: 'The enhanced status speaks of the address (X.1).',
      mailbox: 'The enhanced status speaks of the mailbox (X.2).',
      system: 'The enhanced status speaks of the mail system (X.3).',
      network: 'The enhanced status speaks of network and routing (X.4).',
      protocol: 'The enhanced status speaks of the protocol (X.5).',
      content: 'The enhanced status speaks of the content (X.6).',
      policy: 'The enhanced status speaks of security or policy (X.7).',
    },
  },
  'refusing-host': {
    from: 'reply',
    ask: null,
    how: null,
    effort: 1,
    outcomes: {
      own: 'The words come from a host of the very system that is known to say them.',
      'other-system': 'The words belong to one mail system, and a host of another one passed them on.',
    },
  },
  'reply-language': {
    from: 'reply',
    ask: null,
    how: null,
    effort: 1,
    outcomes: {
      'not-english': 'The refusal is written in another language than English, so somebody set up its words.',
    },
  },
  'report-from': {
    from: 'reply',
    ask: null,
    how: null,
    effort: 1,
    outcomes: { 'other-server': 'The address was rewritten or forwarded before the mail was refused.' },
  },
} as const satisfies Record<string, ObservationTest>;
