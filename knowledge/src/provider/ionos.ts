import type { Source } from '../define.ts';
import { define } from '../define.ts';

const help: Source = {
  name: 'IONOS help, SMTP error messages of the IONOS mail servers, ionos.de and ionos.ca (search excerpts)',
  url: 'https://www.ionos.de/hilfe/e-mail/postmaster/',
  read: '2026-10',
  grade: 'read',
};
const helpMeasured: Source = {
  name: 'IONOS help, error messages for undeliverable mail, ionos.de and ionos.ca (search excerpts)',
  url: 'https://www.ionos.de/hilfe/e-mail/postmaster/',
  read: '2026-10',
  grade: 'measured',
};
const united: Source = {
  name: 'smtp.codes, United Internet (1&1, IONOS, GMX, web.de, mail.com)',
  url: 'https://smtp.codes/unitedinternet/',
  read: '2026-11',
  grade: 'read',
};

export default define({
  name: 'IONOS / 1&1',
  kind: 'mailbox-provider',
  hosts: [
    'kundenserver.de',
    'perfora.net',
    'ionos.de',
    'ionos.com',
    'ionos.co.uk',
    'ionos.fr',
    'ionos.es',
    'ionos.it',
    '1and1.com',
    '1and1.co.uk',
    '1and1.fr',
    '1und1.de',
  ],
  marks: ['(mxeue*', '(mreue*', 'postmaster.1and1.com', 'postmaster.ionos.com'],
  links: {
    postmaster: 'https://www.ionos.de/hilfe/e-mail/postmaster/',
    documentation: 'https://www.ionos.de/hilfe/e-mail/postmaster/smtp-fehlermeldungen-der-11-ionos-mailserver/',
  },
  entries: [
    {
      id: 'delivery-ratio-bad',
      codes: ['421'],
      text: ['Reject due to policy violations'],
      needsCode: true,
      needsHost: true,
      reason: 'reputation.low',
      meaning: 'Too many addresses that this IP address wrote to do not exist, or the sender was reported for spam.',
      steps: [
        'Drop every address that bounced as unknown, and old addresses that never react.',
        'Look for a hacked mailbox that sends spam.',
        'Let the queue try again after some hours.',
      ],
      link: 'https://www.ionos.de/hilfe/e-mail/postmaster/',
      sources: [help],
      status: 'documented',
      matches: [{ line: '421 Reject due to policy violations', host: 'mx00.kundenserver.de' }],
      mustNotMatch: [{ line: '450 Reject due to policy violations', host: 'mx00.kundenserver.de' }],
    },
    {
      id: 'rate-limit',
      codes: ['421'],
      text: ['Rate limit reached. Please try again later'],
      needsHost: true,
      reason: 'rate.messages',
      meaning: 'Too many messages came in too short a time.',
      steps: ['Keep the mail queued for some hours.', 'Spread the mailing and use fewer parallel connections.'],
      link: 'https://www.ionos.de/hilfe/e-mail/postmaster/',
      sources: [help],
      status: 'documented',
      matches: [{ line: '421 Rate limit reached. Please try again later', host: 'mx00.kundenserver.de' }],
      mustNotMatch: [{ line: '421 Reject due to policy violations', host: 'mx00.kundenserver.de' }],
    },
    {
      id: 'helo-changes-or-ratio',
      codes: ['450'],
      text: ['Reject due to policy violations'],
      needsCode: true,
      needsHost: true,
      reason: 'reputation.low',
      meaning:
        'The server gives ever changing HELO names, as infected computers do, or writes to too many addresses that do not exist.',
      steps: [
        'Give every sending IP address one fixed HELO name that matches its reverse name.',
        'Drop addresses that bounced as unknown.',
        'Let the queue try again later.',
      ],
      link: 'https://www.ionos.de/hilfe/e-mail/postmaster/',
      sources: [help],
      status: 'documented',
      matches: [{ line: '450 Reject due to policy violations', host: 'mx00.kundenserver.de' }],
      mustNotMatch: [{ line: '421 Reject due to policy violations', host: 'mx00.kundenserver.de' }],
    },
    {
      id: 'user-unknown',
      codes: ['550'],
      text: ['Unknown User', 'mailbox unavailable'],
      needsCode: true,
      needsHost: true,
      reason: 'recipient.unknown',
      meaning:
        'The address does not exist on this server. Where a second line names a policy, that line counts instead.',
      steps: [
        'Compare the address with the one that was given to you.',
        'Take it off the list unless the person confirms it another way.',
      ],
      link: 'https://www.ionos.de/hilfe/e-mail/postmaster/',
      sources: [helpMeasured, help],
      status: 'documented',
      matches: [
        { line: '550 Unknown User', host: 'mx00.kundenserver.de' },
        {
          line: '550-Requested action not taken: mailbox unavailable 550 For explanation visit https://postmaster.1and1.com/en/case?c=r0104&i=ip&v=192.0.2.44',
          host: 'mx00.kundenserver.de',
        },
      ],
      mustNotMatch: [
        { line: '450 Requested action not taken: mailbox unavailable', host: 'mx00.kundenserver.de' },
        { line: '550 Quota Exceeded', host: 'mx00.kundenserver.de' },
      ],
    },
    {
      id: 'mailbox-full',
      codes: ['550'],
      text: ['Quota Exceeded'],
      needsHost: true,
      reason: 'recipient.over-quota',
      meaning: "The recipient's mailbox is full.",
      steps: ['Try again over the next days.', 'Pause the address when it stays full for weeks.'],
      link: 'https://www.ionos.de/hilfe/e-mail/postmaster/',
      sources: [helpMeasured],
      status: 'documented',
      matches: [{ line: '550 Quota Exceeded', host: 'mx00.kundenserver.de' }],
      mustNotMatch: [
        { line: '550 Unknown User', host: 'mx00.kundenserver.de' },
        { line: '421 Rate limit reached. Please try again later', host: 'mx00.kundenserver.de' },
      ],
    },
    {
      id: 'login-required',
      codes: ['550'],
      text: ['must be authenticated'],
      needsHost: true,
      reason: 'auth.submission',
      meaning: 'The server only takes this message from a program that has logged in.',
      steps: [
        'Switch on authentication for outgoing mail in the sending program.',
        'Use port 465 or 587 with the full mail address as user name.',
      ],
      link: 'https://www.ionos.de/hilfe/e-mail/postmaster/',
      sources: [helpMeasured],
      status: 'documented',
      matches: [
        { line: '550 Sender address is not allowed: your mail client must be authenticated', host: 'smtp.ionos.de' },
      ],
      mustNotMatch: [{ line: '550 Unknown User', host: 'mx00.kundenserver.de' }],
    },
    {
      id: 'ip-block-listed',
      codes: ['550', '554'],
      text: ['IP address is block listed'],
      needsHost: true,
      reason: 'reputation.ip-private',
      meaning: 'The sending IP address stands on a block list of this provider.',
      steps: [
        'Open the link in the reply: it shows the cause and a form for removal.',
        'Stop the spam or the hacked account before asking.',
      ],
      sources: [united],
      status: 'observed',
      matches: [
        {
          line: '554-kundenserver.de (mxeue009) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is block listed. 554 For explanation visit https://postmaster.1and1.com/en/case?c=r0201&i=ip&v=192.0.2.44',
          host: 'mx00.kundenserver.de',
        },
      ],
      mustNotMatch: [
        {
          line: '554-kundenserver.de (mxeue009) Nemesis ESMTP Service not available 554-Bad DNS PTR resource record.',
          host: 'mx00.kundenserver.de',
        },
      ],
    },
    {
      id: 'reverse-name-bad',
      codes: ['550', '554'],
      text: ['Bad DNS PTR resource record'],
      needsHost: true,
      reason: 'dns.ptr',
      meaning: 'The sending IP address has no reverse name, or one that looks like a home connection.',
      steps: [
        'Set a reverse name of your own at whoever rents you the IP address.',
        'Let the same name lead back to the IP address and use it as HELO name.',
      ],
      sources: [united],
      status: 'observed',
      matches: [
        {
          line: '554-kundenserver.de (mxeue009) Nemesis ESMTP Service not available 554-No SMTP service 554-Bad DNS PTR resource record.',
          host: 'mx00.kundenserver.de',
        },
      ],
      mustNotMatch: [
        {
          line: '554-kundenserver.de (mxeue009) Nemesis ESMTP Service not available 554-IP address is block listed.',
          host: 'mx00.kundenserver.de',
        },
      ],
    },
    {
      id: 'spf-policy',
      codes: ['550'],
      text: ['Reject due to SPF policy'],
      needsHost: true,
      reason: 'auth.spf',
      meaning: 'The SPF record of the sender domain does not allow the server that delivered the message.',
      steps: [
        'Add the sending server or service to the SPF record of the return-path domain.',
        'Have forwarders rewrite the sender address.',
      ],
      sources: [united],
      status: 'observed',
      matches: [
        {
          line: '550 <ann@example.com>: Reject due to SPF policy. The originating IP of the message is not permitted by the domain owner',
          host: 'mx00.kundenserver.de',
        },
      ],
      mustNotMatch: [{ line: '554 Reject due to policy restrictions', host: 'mx00.kundenserver.de' }],
    },
    {
      id: 'policy-restrictions',
      codes: ['550', '554'],
      text: ['Reject due to policy restrictions'],
      needsHost: true,
      reason: 'policy.generic',
      action: 'fix',
      meaning:
        'A rule of the provider refuses the message. Where the reply has a link, it opens a page about this very case.',
      steps: [
        'Open the link in the reply and read which rule it was.',
        'Check the headers, the links and the sending IP address.',
      ],
      sources: [united],
      status: 'observed',
      matches: [
        { line: '554-Transaction failed 554 Reject due to policy restrictions.', host: 'mx00.kundenserver.de' },
      ],
      mustNotMatch: [{ line: '421 Reject due to policy violations', host: 'mx00.kundenserver.de' }],
    },
  ],
});
