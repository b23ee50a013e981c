import { microsoftNdrTable, registry, registryText } from '../code/source.ts';
import type { SideBySide } from './define.ts';
import { editors, microsoftExpired, postfixStrings, sparkpostDelays } from './source.ts';

/** The bounce says that time was up; the deferral before it says why. */
export const expiredAgainstLastDeferral: SideBySide = {
  kind: 'side-by-side',
  slug: 'expired-against-last-deferral',
  title: '4.4.7 Expired against the deferral before it',
  inShort:
    '4.4.7, and 5.4.7 likewise, tells that the sending server waited until its time was up. It is no cause. The cause is the last temporary refusal, and it stands in the same report behind the words, or in the log of the sending server. Count the address by that one, never by the expiry: nobody has said that the address is dead.',
  sides: [
    {
      name: 'Expired (4.4.7, 5.4.7, 5.4.300)',
      examples: [
        { line: '550 4.4.7 QUEUE.Expired; message expired', rule: 'exchange/queue-expired' },
        { line: '550 5.4.300 Message expired', rule: 'microsoft-365/message-expired-not-accepted' },
        { line: '554 5.4.7 [internal] exceeded max time without delivery', rule: 'sparkpost/gave-up-after-retries' },
      ],
    },
    {
      name: 'The last deferral (4xx)',
      examples: [
        { line: '451 4.4.1 Connection timed out', rule: 'routing/connection-timed-out' },
        {
          line: '451 4.7.500 Server busy. Please try again later from [192.0.2.61]. (AS761) [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
          rule: 'microsoft-365/server-busy',
        },
        {
          line: '421 4.7.26 This email has been rate limited because it is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. - gsmtp',
          rule: 'gmail/not-authenticated',
        },
      ],
    },
  ],
  rows: [
    {
      aspect: 'What the registry says',
      says: [
        'The message was too old. Where the real cause is known, servers are asked to report that instead.',
        'Whatever the code names: no answer, congestion, a full mailbox, a rule that puts you off.',
      ],
    },
    {
      aspect: 'Who says it',
      says: [
        'The sending side, to itself. No receiving server has spoken these words.',
        'The receiving server; or the sending one, where nobody answered.',
      ],
    },
    {
      aspect: 'When',
      says: [
        'Once, at the end. Exchange Online gives up after a day, Amazon SES after fourteen hours, SparkPost after three days, Postfix as shipped after five.',
        'At every attempt until then.',
      ],
    },
    {
      aspect: 'For now or for good?',
      says: [
        'For good as to this message, whatever its first digit. Exchange writes it as 550 4.4.7, where the two contradict each other.',
        'For now. A new message may go through at once.',
      ],
    },
    {
      aspect: 'Is the address dead?',
      says: [
        'Not by this.',
        'Not by this either. A 4 never says so, though a domain whose servers have been silent for weeks is likely gone.',
      ],
    },
    {
      aspect: 'Who has to act',
      says: [
        'Nobody, before the cause is known.',
        'Whom the deferral names: the administrator of the recipient for a silent server, you for authentication or for sending too fast, nobody for greylisting.',
      ],
    },
    {
      aspect: 'May I send it again?',
      says: ['Yes, after a day, if the message still matters.', 'Your server does so by itself until the time is up.'],
    },
    {
      aspect: 'What to check first',
      says: [
        'The rest of the line: behind an arrow or in brackets stands the last answer.',
        'Whether all recipients of that domain wait, or one only.',
      ],
    },
    {
      aspect: 'What settles it',
      says: [
        'The log of the sending server: the last line with a 4 for this recipient.',
        'The words of that line, read like any other refusal.',
      ],
    },
  ],
  relatedCodes: ['X.4.7', 'X.4.1', 'X.4.2', 'X.4.5'],
  relatedComparisons: ['authentication-codes-at-gmail'],
  sources: [
    microsoftNdrTable,
    microsoftExpired,
    sparkpostDelays,
    {
      name: 'clinician.rgnmed.com bounced emails page and the AWS blog on the suppression list, search excerpts',
      read: '2026-10',
      grade: 'measured',
    },
    postfixStrings,
    registry,
    registryText,
    editors,
  ],
};
