import type { ObservationTest } from './define.ts';

/** Results of authentication (RFC 8601), as they stand in the returned headers or as a test mail shows them. */
export const headerTests = {
  'auth-spf': {
    from: 'headers',
    ask: 'What does SPF say in the Authentication-Results of a mail of yours?',
    how: 'Send a message to a mailbox of your own at a large provider and read its Authentication-Results header.',
    effort: 3,
    outcomes: {
      pass: 'SPF passes.',
      fail: 'SPF fails.',
      none: 'The domain has no SPF record.',
      error: 'The SPF record cannot be evaluated.',
    },
  },
  'auth-dkim': {
    from: 'headers',
    ask: 'What does DKIM say in the Authentication-Results of a mail of yours?',
    how: 'Send a message to a mailbox of your own at a large provider and read its Authentication-Results header.',
    effort: 3,
    outcomes: {
      pass: 'The DKIM signature verifies.',
      fail: 'The DKIM signature does not verify.',
      none: 'The message is not signed.',
    },
  },
  'auth-dmarc': {
    from: 'headers',
    ask: 'What does DMARC say in the Authentication-Results of a mail of yours?',
    how: 'Send a message to a mailbox of your own at a large provider and read its Authentication-Results header.',
    effort: 3,
    outcomes: { pass: 'DMARC passes.', fail: 'DMARC fails.', none: 'The domain has no DMARC record.' },
  },
  forwarded: {
    from: 'headers',
    ask: 'Did the mail reach the refusing server by way of a forwarder or a mailing list?',
    how: 'Compare the address that you wrote to with the one that was refused.',
    effort: 1,
    yes: 'yes',
    no: 'no',
    outcomes: {
      yes: 'The message was forwarded before it was refused.',
      no: 'The message went straight to the server that refused it.',
    },
  },
} as const satisfies Record<string, ObservationTest>;
