import type { Source } from '../define.ts';
import { define } from '../define.ts';

const page: Source = {
  name: 'Comcast postmaster, mail error codes (search excerpts of postmaster.comcast.net/mail-error-codes)',
  url: 'https://www.xfinity.com/support/articles/email-errors',
  read: '2026-10',
  grade: 'read',
};
const pageMeasured: Source = { ...page, grade: 'measured' };
const manual450: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/450.json',
  read: '2026-10',
  grade: 'measured',
};
const manual452: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/452.json',
  read: '2026-10',
  grade: 'measured',
};
const manual550: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/550.json',
  read: '2026-10',
  grade: 'measured',
};
const manual552: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/552.json',
  read: '2026-10',
  grade: 'measured',
};
const manual554: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/554.json',
  read: '2026-10',
  grade: 'measured',
};
const kumo: Source = {
  name: 'KumoCorp/kumomta@014ac24 assets/community/bounces.toml',
  read: '2026-11',
  grade: 'measured',
};
const belief: Source = { name: 'Belief of the compiler, no source read', read: '2026-10', grade: 'believed' };
const throttleThread: Source = {
  name: 'Microsoft Q&A 5911696, a Comcast throttle seen through Exchange Online',
  url: 'https://learn.microsoft.com/en-us/answers/questions/5911696/comcast-undeliverable-email-errors',
  read: '2026-11',
  grade: 'read',
};
const suped: Source = {
  name: 'Suped, Comcast throttling and deferral errors',
  url: 'https://www.suped.com/knowledge/email-deliverability/troubleshooting/what-should-i-do-about-comcast-throttling-and-deferral-errors',
  read: '2026-11',
  grade: 'read',
};

const mx = 'mx1.mxge.comcast.net';
const delist = 'https://spa.xfinity.com/report';

export default define({
  name: 'Comcast / Xfinity',
  kind: 'mailbox-provider',
  // No bare comcast.net: subscribers' lines are named under it, too. No domains: mailboxes are moving to Yahoo.
  hosts: ['mx1.comcast.net', 'mx2.comcast.net', 'mxge.comcast.net', 'sys.comcast.net', 'mail.comcast.net'],
  marks: ['postmaster.comcast.net', 'spa.xfinity.com/report'],
  links: {
    postmaster: 'https://postmaster.comcast.net/',
    delist,
    documentation: 'https://www.xfinity.com/support/articles/email-errors',
  },
  entries: [
    {
      id: 'own-residential-ip',
      codes: ['554'],
      text: ['ES000001'],
      anywhere: true,
      reason: 'reputation.dynamic-ip',
      meaning: 'The message came straight from a Comcast home connection, and Comcast takes no mail from those.',
      steps: [
        'Send through your mail provider or smtp.comcast.net instead of straight from the home line.',
        'Use a business line if you must run a mail server there.',
      ],
      link: delist,
      sources: [page],
      status: 'documented',
      matches: [
        '554 resimta-a1p.sys.comcast.net comcast 192.0.2.20 Dynamic/residential IP, see http://postmaster.comcast.net/smtp-error-codes.php#ES000001',
      ],
      mustNotMatch: [
        '554 resimta-a1p.sys.comcast.net comcast 192.0.2.20 Dynamic/residential IP, see http://postmaster.comcast.net/smtp-error-codes.php#ES000010',
      ],
    },
    {
      id: 'other-residential-ip',
      codes: ['554'],
      text: ['ES000010'],
      anywhere: true,
      reason: 'reputation.dynamic-ip',
      meaning:
        'Comcast believes that your sending address is a dynamic or home connection of another provider, often because of its reverse name.',
      steps: [
        'Give the sending IP a reverse name that looks static and carries your own domain.',
        'Send through a relay of your provider until that is done.',
        'Ask Comcast to look again with its form.',
      ],
      link: delist,
      sources: [page],
      status: 'documented',
      matches: [
        '554 resimta-a2p.sys.comcast.net comcast 198.51.100.7 Dynamic/residential IP, see http://postmaster.comcast.net/smtp-error-codes.php#ES000010',
      ],
      mustNotMatch: [
        '554 resimta-a2p.sys.comcast.net comcast 198.51.100.7 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000010',
      ],
    },
    {
      id: 'own-block-for-spam',
      codes: ['554'],
      text: ['BL000000', 'Comcast block for spam'],
      anywhere: true,
      reason: 'reputation.ip-private',
      meaning: "Your sending IP is on Comcast's own block list because its mail looked like spam.",
      steps: [
        'Stop the mailing or the leak that caused complaints.',
        'Ask for removal with the Comcast form once that is done.',
        'Start again with small volumes.',
      ],
      link: delist,
      sources: [pageMeasured, manual554],
      status: 'documented',
      matches: [
        '554 imta12.westchester.pa.mail.comcast.net comcast 203.0.113.9 Comcast block for spam.  Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000',
      ],
      mustNotMatch: [
        '554 imta12.westchester.pa.mail.comcast.net comcast 203.0.113.9 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000001',
      ],
    },
    {
      id: 'listed-spamhaus',
      codes: ['554', '452'],
      text: ['BL000001'],
      anywhere: true,
      reason: 'reputation.ip-dnsbl',
      meaning: 'Comcast refuses the connection because your sending IP is listed by Spamhaus ZEN.',
      steps: [
        'Look the IP up at check.spamhaus.org and read why it is listed.',
        'Fix that cause and ask Spamhaus for removal.',
        'Try again a few hours after the listing is gone.',
      ],
      link: 'https://check.spamhaus.org/',
      sources: [pageMeasured],
      status: 'documented',
      matches: [
        '554 resimta-c1p.sys.comcast.net resimta-c1p.sys.comcast.net 192.0.2.44 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000001',
      ],
      mustNotMatch: [
        '554 resimta-c1p.sys.comcast.net resimta-c1p.sys.comcast.net 192.0.2.44 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000011',
      ],
    },
    {
      id: 'listed-cloudmark',
      codes: ['554', '452'],
      text: ['BL000010'],
      anywhere: true,
      reason: 'reputation.ip-dnsbl',
      meaning: 'Comcast refuses the connection because your sending IP has a bad record at Cloudmark CSI.',
      steps: [
        'Find what was sent from this IP in the last days and stop the unwanted part.',
        'Ask Cloudmark for a reset at csi.cloudmark.com.',
        'Come back slowly.',
      ],
      link: 'https://csi.cloudmark.com/en/reset/',
      sources: [pageMeasured],
      status: 'documented',
      matches: [
        '452 resimta-c2p.sys.comcast.net comcast 192.0.2.45 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000010',
      ],
      mustNotMatch: [
        '554 resimta-c2p.sys.comcast.net comcast 192.0.2.45 Dynamic/residential IP, see http://postmaster.comcast.net/smtp-error-codes.php#ES000010',
      ],
    },
    {
      id: 'listed-senderscore',
      codes: ['554', '452'],
      text: ['BL000100'],
      anywhere: true,
      reason: 'reputation.ip-dnsbl',
      meaning: 'Comcast refuses the connection because your sending IP is on the Sender Score blocklist of Validity.',
      steps: [
        'Look the IP up at senderscore.org and see what lowered it.',
        'Drop old and unconfirmed addresses, then ask Validity for removal.',
      ],
      link: 'https://senderscore.org/blocklist-lookup/',
      sources: [page],
      status: 'documented',
      matches: [
        '554 resimta-c3p.sys.comcast.net comcast 192.0.2.46 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000100',
      ],
      mustNotMatch: [
        '554 resimta-c3p.sys.comcast.net comcast 192.0.2.46 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000001',
      ],
    },
    {
      id: 'listed-several',
      codes: ['554', '452'],
      text: ['BL000011', 'BL000101', 'BL000110', 'BL000111'],
      anywhere: true,
      reason: 'reputation.ip-dnsbl',
      meaning:
        'Your sending IP is on several blocklists at once. The last three digits of the code name them: 1 is Spamhaus ZEN, 10 is Cloudmark CSI, 100 is Sender Score.',
      steps: [
        'Find and stop the cause first: several lists rarely err together.',
        'Ask each named list for removal.',
        'Start again with small volumes.',
      ],
      link: delist,
      sources: [page],
      status: 'documented',
      matches: [
        '554 resimta-c4p.sys.comcast.net comcast 192.0.2.47 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000011',
        '554 resimta-c4p.sys.comcast.net comcast 192.0.2.48 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000101',
        '554 resimta-c4p.sys.comcast.net comcast 192.0.2.49 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000110',
        '554 resimta-c4p.sys.comcast.net comcast 192.0.2.50 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000111',
      ],
      mustNotMatch: [
        '554 resimta-c4p.sys.comcast.net comcast 192.0.2.47 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000',
      ],
    },
    {
      id: 'too-many-sessions',
      codes: ['421'],
      text: ['Too many sessions opened'],
      needsHost: true,
      reason: 'rate.connections',
      meaning:
        'Too many connections from your IP were open at Comcast at the same time. The limit was last given as 25.',
      steps: ['Lower the number of parallel connections to Comcast and reuse them.', 'Leave the mail in the queue.'],
      sources: [page],
      status: 'documented',
      matches: [{ line: '421 resimta-d1p.sys.comcast.net comcast Too many sessions opened', host: mx }],
      mustNotMatch: [
        { line: '421 resimta-d1p.sys.comcast.net comcast Reverse DNS failure : Try again later', host: mx },
      ],
    },
    {
      id: 'reverse-dns-lookup-failed',
      codes: ['421'],
      text: ['Reverse DNS failure : Try again later'],
      reason: 'dns.ptr',
      meaning: 'Comcast could not look up the reverse name of your sending IP just now.',
      steps: [
        'Query the reverse name of the IP from outside and repair the name servers that fail to answer.',
        'Leave the mail in the queue.',
      ],
      sources: [page],
      status: 'documented',
      matches: ['421 resimta-d2p.sys.comcast.net comcast 203.0.113.21 Reverse DNS failure : Try again later'],
      mustNotMatch: ['421 resimta-d2p.sys.comcast.net comcast Too many sessions opened'],
    },
    {
      id: 'no-reverse-name',
      codes: ['554'],
      text: ['must have a PTR record with a valid Reverse DNS entry', 'PT000001'],
      reason: 'dns.ptr',
      meaning: 'Your sending IP has no reverse name, and Comcast takes mail only from servers that have one.',
      steps: [
        'Ask the owner of the IP for a PTR record that names your mail server.',
        'Make that name resolve back to the same IP.',
        'Send again after the change has spread.',
      ],
      sources: [manual554, belief],
      status: 'observed',
      matches: [
        '554 mta3.mail.comcast.net comcast 203.0.113.22 Comcast requires that all mail servers must have a PTR record with a valid Reverse DNS entry. Currently your mail server does not fill that requirement. For more information, refer to: http://postmaster.comcast.net/smtp-error-codes.php#554',
        '554 resimta-d3p.sys.comcast.net comcast 203.0.113.22 see http://postmaster.comcast.net/smtp-error-codes.php#PT000001',
      ],
      mustNotMatch: ['421 resimta-d3p.sys.comcast.net comcast 203.0.113.22 Reverse DNS failure : Try again later'],
    },
    {
      id: 'dmarc-reject',
      codes: ['550', '5.2.0'],
      text: ['Message rejected due to DMARC', 'DM000001'],
      reason: 'auth.dmarc',
      meaning: 'The message failed DMARC, and the domain in its From line asks for such mail to be refused.',
      steps: [
        'Sign with DKIM in the name of the From domain.',
        'Let SPF pass for a return address in the same domain.',
        'Send again once a test message passes.',
      ],
      sources: [manual550],
      status: 'observed',
      matches: [
        '550 5.2.0 7Qa2x1k0144ZK Message rejected due to DMARC. Please see http://postmaster.comcast.net/smtp-error-codes.php#DM000001',
      ],
      mustNotMatch: ['550 5.2.0 <ann@example.com> - Recipient unavailable'],
    },
    {
      id: 'no-such-account',
      codes: ['550', '5.1.1'],
      text: ['Not our Customer', 'recipient mailbox unallocated'],
      reason: 'recipient.unknown',
      meaning: 'Comcast has no mailbox under this address.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [manual550],
      status: 'observed',
      matches: [
        '550 5.1.1 Not our Customer (mx7.example.com)',
        '550 5.1.1 <ann@example.com> recipient mailbox unallocated',
      ],
      mustNotMatch: [
        '552 5.1.1 <ann@example.com> recipient rejected - extended quota violation',
        '452 4.1.1 <ann@example.com> user over quota',
      ],
    },
    {
      id: 'account-closed',
      codes: ['550'],
      text: ['Account Closed, Please Remove'],
      reason: 'recipient.disabled',
      meaning: 'The account behind this address has been closed, and Comcast asks senders to drop it.',
      steps: ['Remove the address from your lists.', 'Ask the person for a new one if you know them otherwise.'],
      sources: [kumo],
      status: 'observed',
      matches: ['550 5.1.1 <ann@example.com> Account Closed, Please Remove'],
      mustNotMatch: ['450 4.2.0 <ann@example.com> - Recipient temporarily unavailable'],
    },
    {
      id: 'recipient-unavailable',
      codes: ['550', '5.2.0'],
      text: ['- Recipient unavailable'],
      reason: 'recipient.disabled',
      action: 'hold',
      meaning:
        'Comcast knows the address but does not deliver to it; it does not say whether the account is gone for good.',
      steps: ['Put the address on hold.', 'Drop it when a try some weeks later is refused the same way.'],
      sources: [manual550],
      status: 'observed',
      matches: [{ line: '550 5.2.0 <ann@example.com> - Recipient unavailable', host: mx }],
      mustNotMatch: [{ line: '450 4.2.0 <ann@example.com> - Recipient temporarily unavailable', host: mx }],
    },
    {
      id: 'recipient-temporarily-unavailable',
      codes: ['450', '4.2.0'],
      text: ['- Recipient temporarily unavailable'],
      reason: 'host.internal-error',
      meaning: 'Comcast cannot reach the mailbox at the moment.',
      steps: ['Let the queue try again.'],
      sources: [manual450],
      status: 'observed',
      matches: [{ line: '450 4.2.0 <ann@example.com> - Recipient temporarily unavailable', host: mx }],
      mustNotMatch: [{ line: '550 5.2.0 <ann@example.com> - Recipient unavailable', host: mx }],
    },
    {
      id: 'recipient-gets-too-much',
      codes: ['452', '4.1.1'],
      text: ['too many recent messages; Try again later'],
      reason: 'recipient.rate-limited',
      meaning: 'This mailbox has received too many messages in a short time.',
      steps: ['Leave the message in the queue.', 'Spread mail to this person over a longer time.'],
      sources: [manual452],
      status: 'observed',
      matches: ['452 4.1.1 <ann@example.com> too many recent messages; Try again later'],
      mustNotMatch: ['421 4.1.0 192.0.2.30 Throttled - try again later'],
    },
    {
      id: 'mailbox-full',
      codes: ['452', '4.1.1'],
      text: ['user over quota'],
      needsHost: true,
      reason: 'recipient.over-quota',
      meaning: "The recipient's mailbox is full.",
      steps: ['Try again over the next days.', 'Pause the address when it stays full for weeks.'],
      sources: [manual452],
      status: 'observed',
      matches: [{ line: '452 4.1.1 <ann@example.com> user over quota', host: mx }],
      mustNotMatch: [{ line: '452 4.1.1 <ann@example.com> too many recent messages; Try again later', host: mx }],
    },
    {
      id: 'mailbox-full-for-long',
      codes: ['552', '5.1.1'],
      text: ['extended quota violation'],
      reason: 'recipient.over-quota-long',
      action: 'hold',
      meaning:
        'The mailbox has been over its quota for so long that Comcast refuses mail for good. Nobody seems to clear it.',
      steps: ['Put the address on hold and try once more after some weeks.', 'Drop it when the answer is the same.'],
      sources: [manual552],
      status: 'observed',
      matches: ['552 5.1.1 <ann@example.com> recipient rejected - extended quota violation'],
      mustNotMatch: ['452 4.1.1 <ann@example.com> user over quota'],
    },
    {
      id: 'throttled',
      codes: ['421', '451', '4.2.0'],
      text: ['RL000001', 'RL000002', 'RL000003', 'RL000010'],
      anywhere: true,
      reason: 'rate.messages',
      meaning:
        'Your IP sends more than Comcast allows it at the moment. The allowance grows and shrinks with your record there.',
      steps: [
        'Send more slowly and with fewer connections; the mail stays in the queue.',
        'Check that SPF, DKIM and DMARC pass.',
        'Mail the people who react first and drop the silent ones.',
      ],
      sources: [throttleThread, suped, belief],
      status: 'observed',
      matches: [
        '451 4.2.0 Throttled - https://postmaster.comcast.net/smtp-error-codes.php#RL000010',
        '421 4.2.0 resimta-e1p.sys.comcast.net comcast 192.0.2.31 see http://postmaster.comcast.net/smtp-error-codes.php#RL000001',
        '421 4.2.0 resimta-e1p.sys.comcast.net comcast 192.0.2.31 see http://postmaster.comcast.net/smtp-error-codes.php#RL000002',
        '421 4.2.0 resimta-e1p.sys.comcast.net comcast 192.0.2.31 see http://postmaster.comcast.net/smtp-error-codes.php#RL000003',
      ],
      mustNotMatch: [
        '554 resimta-e1p.sys.comcast.net comcast 192.0.2.31 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000',
      ],
    },
    {
      id: 'throttled-without-code',
      codes: ['421', '4.1.0'],
      text: ['Throttled - try again later'],
      needsHost: true,
      reason: 'rate.messages',
      meaning: 'Comcast slows your IP down and wants the message later.',
      steps: [
        'Lower your rate to Comcast and leave the mail in the queue.',
        'Look at complaints when it goes on for days.',
      ],
      sources: [suped],
      status: 'observed',
      matches: [{ line: '421 4.1.0 192.0.2.32 Throttled - try again later', host: mx }],
      mustNotMatch: [{ line: '421 192.0.2.32 Reverse DNS failure : Try again later', host: mx }],
    },
  ],
});
