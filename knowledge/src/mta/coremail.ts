import type { Source } from '../define.ts';
import { define } from '../define.ts';

const measured: Source = {
  name: 'icoremail.vip, titles of the support articles on bounces (search excerpt)',
  read: '2026-10',
  grade: 'measured',
};
const read: Source = {
  name: 'icoremail.vip, titles of the support articles on bounces (search excerpt)',
  read: '2026-10',
  grade: 'read',
};

export default define({
  name: 'Coremail (CN)',
  kind: 'mta',
  links: { documentation: 'https://www.icoremail.vip/support/index.php?cate_id=84' },
  entries: [
    {
      id: 'user-suspended',
      codes: ['550'],
      text: ['User suspended:'],
      needsCode: true,
      reason: 'recipient.disabled',
      meaning: 'The account exists but has been suspended.',
      steps: ['Stop mailing the address.', 'Ask the person for another address if you know them.'],
      sources: [measured],
      status: 'observed',
      matches: ['550 User suspended: ann@example.com'],
      mustNotMatch: ['550 Sender suspended', '550 User not found: ann@example.com'],
    },
    {
      id: 'user-not-found',
      codes: ['550'],
      text: ['User not found:'],
      needsCode: true,
      reason: 'recipient.unknown',
      meaning: 'The mailbox does not exist on this Coremail server.',
      steps: [
        'Compare the address with the one that was given to you.',
        'Take it off the list unless the person confirms it another way.',
      ],
      sources: [measured],
      status: 'observed',
      matches: ['550 User not found: ann@example.com'],
      mustNotMatch: ['550 User suspended: ann@example.com', '535 authentication failed: user not found: ann'],
    },
    {
      id: 'local-user-only',
      codes: ['550', '553'],
      text: ['Local user only'],
      reason: 'route.relay-denied',
      meaning: 'The server takes mail only for its own users, or only from programs that have logged in.',
      steps: [
        'Log in to the outgoing server in the sending program.',
        'Check the spelling of the recipient domain and its MX record.',
      ],
      sources: [measured],
      status: 'observed',
      matches: ['550 5.7.1 Requested action not taken: Local user only or Authentication mechanism'],
      mustNotMatch: ['553 Requested action not taken: NULL sender is not allowed'],
    },
    {
      id: 'fake-sender',
      codes: ['553'],
      text: ['Fake sender'],
      reason: 'dns.sender-address',
      meaning:
        'The server holds the sender address for forged: it is not that of the account, or the server may not send for its domain.',
      steps: ['Send with the address of the account that logs in.', 'Check the SPF record of the return-path domain.'],
      sources: [read],
      status: 'observed',
      matches: ['553 Requested mail action not taken: Fake sender'],
      mustNotMatch: ['553 Requested action not taken: no smtp MX only'],
    },
    {
      id: 'ip-hung-up',
      codes: ['554'],
      text: ['IP is Hangup'],
      reason: 'reputation.ip-private',
      meaning: 'The server has suspended the sending IP address.',
      steps: [
        'Look for spam or a hacked account.',
        'Ask the postmaster of the recipient domain another way to let you in.',
      ],
      sources: [read],
      status: 'observed',
      matches: ['554 IP is Hangup, please contact the administrator'],
      mustNotMatch: ['554 IP is rejected'],
    },
    {
      id: 'mx-only',
      codes: ['554', '553'],
      text: ['no smtp MX only'],
      reason: 'auth.submission',
      meaning: 'This server only takes incoming mail for its users; it does not send mail for you.',
      steps: ['Enter the outgoing server (smtp) of your provider in the sending program, not its MX server.'],
      sources: [read],
      status: 'observed',
      matches: ['554 Requested action not taken: no smtp MX only'],
      mustNotMatch: ['553 Requested mail action not taken: Fake sender'],
    },
    {
      id: 'null-sender-refused',
      codes: ['553', '554'],
      text: ['action not taken: NULL sender is not allowed'],
      reason: 'dns.sender-address',
      meaning:
        'The message came with an empty return path, as bounces and receipts do, and the server does not take such mail.',
      steps: ['Send mailings with a real return path.', 'Ignore it where the message was an automatic report.'],
      sources: [read],
      status: 'observed',
      matches: ['553 Requested action not taken: NULL sender is not allowed'],
      mustNotMatch: ['553 Requested mail action not taken: Fake sender'],
    },
  ],
});
