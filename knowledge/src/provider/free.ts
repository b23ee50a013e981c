import type { Source } from '../define.ts';
import { define } from '../define.ts';

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
const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'Free (free.fr)',
  kind: 'mailbox-provider',
  hosts: ['mx1.free.fr', 'mx2.free.fr'],
  domains: ['free.fr'],
  marks: ['postmaster.free.fr'],
  links: { postmaster: 'https://postmaster.free.fr/index_en.html' },
  entries: [
    {
      id: 'spam-detected',
      codes: ['550'],
      text: ['spam detected'],
      needsHost: true,
      reason: 'content.spam',
      meaning: 'The filter of Free took the message for spam.',
      steps: [
        'Cut links and wording down until a test passes.',
        'Check that SPF and DKIM pass.',
        'Report a wrong verdict to the postmaster of Free.',
      ],
      sources: [manual550],
      status: 'observed',
      matches: [{ line: '550 <ann@example.com>: spam detected', host: 'mx1.free.fr' }],
      mustNotMatch: [
        { line: '550 <ann@example.com>: virus detected', host: 'mx1.free.fr' },
        {
          line: '554 too many spams from your IP (192.0.2.44), please visit http://postmaster.free.fr/',
          host: 'mx1.free.fr',
        },
      ],
    },
    {
      id: 'mailbox-full',
      codes: ['550', '552', '554', '5.2.2'],
      text: ['user quota exceeded', 'user quota exceeded (UserSearch)', 'Quota exceeded (mailbox for user is full)'],
      needsHost: true,
      reason: 'recipient.over-quota',
      meaning: "The recipient's mailbox at Free is full.",
      steps: ['Try again over the next days.', 'Pause the address when it stays full for weeks.'],
      sources: [manual550, manual552, manual554],
      status: 'observed',
      matches: [
        { line: '550 5.2.2 <ann@example.com> user quota exceeded', host: 'mx1.free.fr' },
        { line: '552 5.2.2 <ann@example.com>: user quota exceeded (UserSearch)', host: 'mx1.free.fr' },
        {
          line: '554 5.2.2 <ann@example.com>: Recipient address rejected: Quota exceeded (mailbox for user is full)',
          host: 'mx1.free.fr',
        },
      ],
      mustNotMatch: [
        { line: '550 5.2.1 <ann@example.com>: This mailbox has been blocked due to inactivity', host: 'mx1.free.fr' },
      ],
    },
    {
      id: 'mailbox-inactive',
      codes: ['550', '5.2.1'],
      text: ['This mailbox has been blocked due to inactivity'],
      reason: 'recipient.disabled',
      meaning: 'Free has closed this mailbox because nobody has used it for a long time.',
      steps: ['Stop mailing the address.', 'Take it back only when the person asks for it.'],
      sources: [manual550],
      status: 'observed',
      matches: [
        {
          line: '550 5.2.1 <ann@example.com>: This mailbox has been blocked due to inactivity (UserSearch)',
          host: 'mx1.free.fr',
        },
      ],
      mustNotMatch: ['550 5.2.2 <ann@example.com>: user quota exceeded'],
    },
    {
      id: 'virus-detected',
      codes: ['550'],
      text: ['virus detected'],
      needsHost: true,
      reason: 'content.virus',
      meaning: 'Free found harmful software in the message.',
      steps: [
        'Scan the attachment and the computer that made it.',
        'Send the file as a link from a trusted site, or leave it out.',
      ],
      sources: [manual550],
      status: 'observed',
      matches: [{ line: '550 <ann@example.com>: virus detected', host: 'mx1.free.fr' }],
      mustNotMatch: [{ line: '550 <ann@example.com>: spam detected', host: 'mx1.free.fr' }],
    },
    {
      id: 'too-many-spams-from-ip',
      codes: ['554'],
      text: ['too many spams from your IP'],
      reason: 'reputation.ip-private',
      meaning: 'So much spam came from your IP address that Free shut it out.',
      steps: [
        'Stop the mailing or the hacked account behind it.',
        'Follow the postmaster page that the reply names.',
        'Start again with small volumes.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        {
          line: '554 too many spams from your IP (192.0.2.44), please visit http://postmaster.free.fr/',
          host: 'mx1.free.fr',
        },
      ],
      mustNotMatch: ['421 Too many errors from your ip (192.0.2.44), please visit http://postmaster.free.fr/'],
    },
    {
      id: 'too-many-errors-from-ip',
      codes: ['421'],
      text: ['Too many errors from your ip'],
      reason: 'reputation.low',
      meaning: 'Your server wrote to so many addresses that do not exist that Free makes it wait.',
      steps: [
        'Clean the list: drop every address that bounced as unknown.',
        'Pause for some hours, then send more slowly.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        {
          line: '421 Too many errors from your ip (192.0.2.44), please visit http://postmaster.free.fr/',
          host: 'mx1.free.fr',
        },
      ],
      mustNotMatch: ['554 too many spams from your IP (192.0.2.44)'],
    },
  ],
});
