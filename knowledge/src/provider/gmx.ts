import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual550: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/550.json',
  url: 'https://postmaster.gmx.net/en/error-messages',
  read: '2026-10',
  grade: 'measured',
};
const manual501: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/501.json',
  url: 'https://postmaster.gmx.net/en/error-messages',
  read: '2026-10',
  grade: 'measured',
};
const page: Source = {
  name: 'GMX postmaster, error messages, and new-faq.comservice-ffo.de (search excerpts)',
  url: 'https://postmaster.gmx.net/en/error-messages',
  read: '2026-10',
  grade: 'read',
};
const pageMeasured: Source = {
  name: 'GMX postmaster, error messages, and new-faq.comservice-ffo.de (search excerpts)',
  url: 'https://postmaster.gmx.net/en/error-messages',
  read: '2026-10',
  grade: 'measured',
};
const hi: Source = {
  name: 'web.de postmaster page quoted in zammad/zammad issue 4630; jlawyerorg/j-lawyer-org issue 904; nextcloud/mail issue 6497',
  url: 'https://github.com/zammad/zammad/issues/4630',
  read: '2026-11',
  grade: 'read',
};
const legacy: Source = {
  name: 'sitepackage.de, typische Fehlermeldungen (search excerpt)',
  read: '2026-10',
  grade: 'read',
};
const legacyMeasured: Source = {
  name: 'sitepackage.de, typische Fehlermeldungen (search excerpt)',
  read: '2026-10',
  grade: 'measured',
};
const mailkit: Source = {
  name: 'jstedfast/MailKit issue 968, session log of a GMX outgoing server',
  url: 'https://github.com/jstedfast/MailKit/issues/968',
  read: '2026-11',
  grade: 'read',
};

export default define({
  name: 'GMX / web.de / mail.com',
  kind: 'mailbox-provider',
  hosts: ['gmx.net', 'gmx.de', 'gmx.com', 'web.de', 'mx00.mail.com', 'mx01.mail.com'],
  domains: [
    'gmx.net',
    'gmx.de',
    'gmx.at',
    'gmx.ch',
    'gmx.com',
    'gmx.co.uk',
    'gmx.fr',
    'gmx.es',
    'gmx.eu',
    'web.de',
    'mail.com',
  ],
  marks: [
    'postmaster.gmx.net',
    'postmaster.gmx.com',
    'postmaster.web.de',
    'postmaster.mail.com',
    'gmx.net/mail/senderguidelines',
    'mxgmx*',
    'mxweb*',
  ],
  links: {
    postmaster: 'https://postmaster.gmx.net/en/',
    delist: 'https://postmaster.gmx.net/en/contact',
    documentation: 'https://postmaster.gmx.net/en/error-messages',
  },
  entries: [
    {
      id: 'mailbox-unavailable',
      codes: ['550'],
      text: ['mailbox unavailable'],
      needsCode: true,
      needsHost: true,
      reason: 'recipient.unknown',
      meaning:
        'The mailbox does not exist, or it was given up after long disuse. Other causes share this first line: read on to the last line of the reply.',
      steps: [
        'Read the last line of the reply: where it names a policy, the address is not the problem.',
        'Compare the address with the one that was given to you.',
        'Take it off the list unless the person confirms it another way.',
      ],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [manual550],
      status: 'documented',
      matches: [
        {
          line: '550-Requested action not taken: mailbox unavailable 550 For explanation visit https://postmaster.gmx.net/en/case?c=r0104&i=ip&v=192.0.2.44',
          host: 'mx00.emig.gmx.net',
        },
        {
          line: '550-Requested action not taken: mailbox unavailable 550 For explanation visit https://postmaster.gmx.net/en/case?c=r0104&i=ip&v=192.0.2.44&r=1MHok4-1tPqXy2Abc-00Fg7d',
          host: 'mx-ha02.web.de',
        },
      ],
      mustNotMatch: [
        { line: '450 Requested action not taken: mailbox unavailable', host: 'mx00.emig.gmx.net' },
        {
          line: '554-Transaction failed 554-Reject due to policy restrictions. 554 For explanation visit https://postmaster.gmx.net/en/case?c=r0735&i=ip&v=192.0.2.44&r=1MHok4-1tPqXy2Abc-00Fg7d',
          host: 'mx00.emig.gmx.net',
        },
      ],
    },
    {
      id: 'own-sending-refused',
      codes: ['550'],
      text: ['Failure sending mail. Try again later', 'mailbox unavailable * Failure sending mail'],
      reason: 'policy.generic',
      owner: 'sender',
      action: 'hold',
      meaning:
        'The outgoing server of the provider refuses to send for the moment. This says nothing about the recipient, although the first line sounds so.',
      steps: [
        'Send the message again later.',
        'Log in to the web mail and look for a notice about the sending account.',
        'Send mailings through a mailing service, not through a personal account.',
      ],
      sources: [mailkit],
      status: 'observed',
      matches: [
        {
          line: '550-Requested action not taken: mailbox unavailable 550 Failure sending mail. Try again later',
          host: 'mail.gmx.net',
        },
      ],
      mustNotMatch: [
        {
          line: '550-Requested action not taken: mailbox unavailable 550 For explanation visit https://postmaster.gmx.net/en/case?c=r0104&i=ip&v=192.0.2.44',
          host: 'mx00.emig.gmx.net',
        },
      ],
    },
    {
      id: 'headers-break-policy',
      codes: ['550', '554'],
      text: ['Reject due to policy restrictions (header based)', 'Reject due to policy restrictions * c=hi'],
      reason: 'content.not-rfc',
      classes: { sisimai: 'policyviolation' },
      meaning:
        'A header of the message is wrong: Date, From, Sender, To, Cc, Bcc or Subject is malformed, empty or there twice.',
      steps: [
        'Look at the raw message for an empty or doubled From, To, Cc, Bcc, Subject or Date header.',
        'Update or correct the program that writes the message.',
        'Send one test message to a GMX address before the next mailing.',
      ],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [manual550, hi],
      status: 'documented',
      matches: [
        {
          line: '550 Reject due to policy restrictions (header based). For explanation visit https://postmaster.gmx.net/en/case?c=hi&i=ip&v=192.0.2.44&r=1MHok4-1tPqXy2Abc-00Fg7d',
          host: 'mx00.emig.gmx.net',
        },
        {
          line: '554-Transaction failed 554-Reject due to policy restrictions. 554 For explanation visit https://postmaster.web.de/error-messages?ip=192.0.2.44&c=hi',
          host: 'mx-ha02.web.de',
        },
      ],
      mustNotMatch: [
        {
          line: '554-Transaction failed 554-Reject due to policy restrictions. 554 For explanation visit https://postmaster.gmx.net/en/case?c=r0735&i=ip&v=192.0.2.44&r=1MHok4-1tPqXy2Abc-00Fg7d',
          host: 'mx00.emig.gmx.net',
        },
        { line: '550 Reject due to policy restrictions (domain based).', host: 'mx00.emig.gmx.net' },
      ],
    },
    {
      id: 'domain-on-policy-list',
      codes: ['550', '554'],
      text: ['Reject due to policy restrictions (domain based)'],
      reason: 'reputation.domain-list',
      classes: { sisimai: 'policyviolation' },
      meaning: 'A domain in the message or of its sender is known here for spam.',
      steps: [
        'Check the From domain and every linked domain on the usual block lists.',
        'Leave out link shorteners and domains of others.',
        'Ask the postmaster through the contact form that the reply links to.',
      ],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [manual550],
      status: 'documented',
      matches: [
        {
          line: '550 Reject due to policy restrictions (domain based). For explanation visit https://postmaster.gmx.net/en/case?c=r0205&i=ip&v=192.0.2.44&r=1MHok4-1tPqXy2Abc-00Fg7d',
          host: 'mx00.emig.gmx.net',
        },
      ],
      mustNotMatch: [
        {
          line: '550 Reject due to policy restrictions (IP based). For explanation visit https://postmaster.gmx.net/en/case?c=r0206&i=ip&v=192.0.2.44&r=1MHok4-1tPqXy2Abc-00Fg7d',
          host: 'mx00.emig.gmx.net',
        },
      ],
    },
    {
      id: 'ip-on-policy-list',
      codes: ['550', '554'],
      text: ['Reject due to policy restrictions (IP based)'],
      reason: 'reputation.ip-private',
      meaning:
        'Too large a share of the mail from this IP address was spam. The block ends by itself some time after the spam stops.',
      steps: [
        'Stop the mailing or the hacked account that causes it.',
        'Wait: the block goes away when the share of spam falls.',
        'Ask through the contact form only if it stays.',
      ],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [manual550],
      status: 'documented',
      matches: [
        {
          line: '550 Reject due to policy restrictions (IP based). For explanation visit https://postmaster.gmx.net/en/case?c=r0206&i=ip&v=192.0.2.44&r=1MHok4-1tPqXy2Abc-00Fg7d',
          host: 'mx00.emig.gmx.net',
        },
      ],
      mustNotMatch: [
        {
          line: '550 Reject due to policy restrictions (domain based). For explanation visit https://postmaster.gmx.net/en/case?c=r0205&i=ip&v=192.0.2.44&r=1MHok4-1tPqXy2Abc-00Fg7d',
          host: 'mx00.emig.gmx.net',
        },
      ],
    },
    {
      id: 'policy-restrictions',
      codes: ['550', '554'],
      text: ['Reject due to policy restrictions', 'mailbox unavailable * Reject due to policy'],
      reason: 'policy.generic',
      action: 'fix',
      meaning:
        'A rule of the provider refuses the message. The link at the end of the reply opens a page about this very case.',
      steps: [
        'Open the link in the reply and read which rule it was.',
        'Check the headers, the links and the sending IP address.',
        'Use the contact form on that page if nothing is wrong on your side.',
      ],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [manual550],
      status: 'documented',
      matches: [
        {
          line: '554-Transaction failed 554-Reject due to policy restrictions. 554 For explanation visit https://postmaster.gmx.net/en/case?c=r0735&i=ip&v=192.0.2.44&r=1MHok4-1tPqXy2Abc-00Fg7d',
          host: 'mx00.emig.gmx.net',
        },
        {
          line: '550-Requested action not taken: mailbox unavailable 550 Reject due to policy restrictions.',
          host: 'mx00.emig.gmx.net',
        },
      ],
      mustNotMatch: [
        { line: '550 Reject due to SPF policy', host: 'mx00.emig.gmx.net' },
        { line: '421 Reject due to policy violations', host: 'mx00.emig.gmx.net' },
      ],
    },
    {
      id: 'spf-policy',
      codes: ['550'],
      text: ['Reject due to SPF policy'],
      reason: 'auth.spf',
      meaning: 'The SPF record of the sender domain does not allow the server that delivered the message.',
      steps: [
        'Add the sending server or service to the SPF record of the return-path domain.',
        'Have forwarders rewrite the sender address.',
      ],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [manual550],
      status: 'documented',
      matches: [
        {
          line: '550 <ann@example.com>: Reject due to SPF policy. The originating IP of the message is not permitted by the domain owner',
          host: 'mx00.emig.gmx.net',
        },
      ],
      mustNotMatch: [{ line: '550 Reject due to policy restrictions', host: 'mx00.emig.gmx.net' }],
    },
    {
      id: 'reverse-name-bad',
      codes: ['550', '554'],
      text: ['Bad DNS PTR resource record'],
      reason: 'dns.ptr',
      meaning: 'The sending IP address has no reverse name, or one that looks like a home connection.',
      steps: [
        'Set a reverse name of your own at whoever rents you the IP address.',
        'Let the same name lead back to the IP address and use it as HELO name.',
      ],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [manual550],
      status: 'documented',
      matches: [
        {
          line: '554-gmx.net (mxgmx116) Nemesis ESMTP Service not available 554-No SMTP service 554-Bad DNS PTR resource record. 554 For explanation visit https://postmaster.gmx.com/en/error-messages?ip=192.0.2.44&c=rdns',
          host: 'mx00.emig.gmx.net',
        },
        { line: '550 Bad DNS PTR resource record', host: 'mx-ha02.web.de' },
      ],
      mustNotMatch: [{ line: '550 Invalid DNS MX or A/AAAA resource record', host: 'mx00.emig.gmx.net' }],
    },
    {
      id: 'sender-domain-without-records',
      codes: ['550'],
      text: ['Invalid DNS MX or A/AAAA resource record'],
      reason: 'dns.sender-domain',
      meaning: 'The domain of the sender address has no MX record and no address record, so nobody could answer.',
      steps: ['Check the return-path domain for a typing error.', 'Publish an MX record, or an A record, for it.'],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [manual550],
      status: 'documented',
      matches: [
        {
          line: '550-Requested action not taken: mailbox unavailable 550 invalid DNS MX or A/AAAA resource record',
          host: 'mx00.emig.gmx.net',
        },
      ],
      mustNotMatch: [
        {
          line: '554-gmx.net (mxgmx116) Nemesis ESMTP Service not available 554-Bad DNS PTR resource record.',
          host: 'mx00.emig.gmx.net',
        },
      ],
    },
    {
      id: 'ip-block-listed',
      codes: ['550', '554'],
      text: ['IP address is block listed', 'Nemesis ESMTP Service not available * case?c=r0201'],
      reason: 'reputation.ip-private',
      meaning: 'The sending IP address stands on a block list of this provider.',
      steps: [
        'Open the link in the reply: it shows the cause and a form for removal.',
        'Stop the spam or the hacked account before asking.',
      ],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [manual550, pageMeasured],
      status: 'documented',
      matches: [
        {
          line: '554-gmx.net (mxgmx104) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is block listed. 554 For explanation visit https://postmaster.gmx.net/en/case?c=r0201&i=ip&v=192.0.2.44&r=1MHok4-1tPqXy2Abc-00Fg7d',
          host: 'mx00.emig.gmx.net',
        },
      ],
      mustNotMatch: [
        {
          line: '554-gmx.net (mxgmx116) Nemesis ESMTP Service not available 554-No SMTP service 554-Bad DNS PTR resource record.',
          host: 'mx00.emig.gmx.net',
        },
      ],
    },
    {
      id: 'syntax-error',
      codes: ['501', '550'],
      text: ['Syntax error in parameters or arguments'],
      needsHost: true,
      reason: 'host.protocol',
      meaning:
        'The sending server is set up in a way that is not accepted, for instance with a malformed HELO name or address.',
      steps: [
        'Check the HELO name and the sender address that your server gives.',
        'Correct the set-up, then ask the postmaster to let the server in again.',
      ],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [manual501],
      status: 'documented',
      matches: [{ line: '501 mail.example.com: Syntax error in parameters or arguments', host: 'mx00.emig.gmx.net' }],
      mustNotMatch: [{ line: '550 Bad DNS PTR resource record', host: 'mx00.emig.gmx.net' }],
    },
    {
      id: 'mailbox-full',
      codes: ['550', '552'],
      text: ['exceeded storage allocation'],
      needsHost: true,
      reason: 'recipient.over-quota',
      meaning: "The recipient's mailbox is full.",
      steps: ['Try again over the next days.', 'Pause the address when it stays full for weeks.'],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [manual550],
      status: 'documented',
      matches: [
        {
          line: '552-Requested mail action aborted: exceeded storage allocation 552 Quota exceeded. For explanation visit https://postmaster.gmx.net/en/case?c=r0301&i=ip&v=192.0.2.44&r=1MHok4-1tPqXy2Abc-00Fg7d',
          host: 'mx00.emig.gmx.net',
        },
      ],
      mustNotMatch: [
        {
          line: '550-Requested action not taken: mailbox unavailable 550 For explanation visit https://postmaster.gmx.net/en/case?c=r0104&i=ip&v=192.0.2.44',
          host: 'mx00.emig.gmx.net',
        },
      ],
    },
    {
      id: 'refused-at-connect',
      codes: ['554'],
      text: ['Nemesis ESMTP Service not available'],
      weak: true,
      reason: 'policy.access-denied',
      meaning:
        'The provider refused your server before any mail was named. The cause stands in the last line of the reply.',
      steps: [
        'Read the last line of the whole reply in the log of your server, and open its link.',
        'Check the reverse name and the block lists for the sending IP address.',
      ],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [pageMeasured],
      status: 'documented',
      matches: [
        {
          line: '554-mail.com (mxgmxus118) Nemesis ESMTP Service not available 554-No SMTP service',
          host: 'mx00.mail.com',
        },
      ],
      mustNotMatch: [
        { line: '554-Transaction failed 554-Reject due to policy restrictions.', host: 'mx00.emig.gmx.net' },
      ],
    },
    {
      id: 'delivery-ratio-bad',
      codes: ['421'],
      text: ['Reject due to policy violations'],
      needsCode: true,
      reason: 'reputation.low',
      meaning: 'Too many addresses that this IP address wrote to do not exist, so it has to wait.',
      steps: [
        'Drop every address that bounced as unknown.',
        'Look for a hacked mailbox that sends spam.',
        'Let the queue try again after some hours, at a slower rate.',
      ],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [page],
      status: 'documented',
      matches: [
        {
          line: '421-Reject due to policy violations 421 For explanation visit https://postmaster.gmx.net/en/case?c=r1102&i=ip&v=192.0.2.44&r=1MHok4-1tPqXy2Abc-00Fg7d',
          host: 'mx00.emig.gmx.net',
        },
      ],
      mustNotMatch: [
        { line: '450 Reject due to policy violations', host: 'mx00.emig.gmx.net' },
        { line: '554 Reject due to policy restrictions', host: 'mx00.emig.gmx.net' },
      ],
    },
    {
      id: 'rate-limit',
      codes: ['421'],
      text: ['Rate limit reached. Please try again later'],
      reason: 'rate.messages',
      meaning: 'Too many messages came in too short a time.',
      steps: ['Keep the mail queued for some hours.', 'Spread the mailing and use fewer parallel connections.'],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [page],
      status: 'documented',
      matches: [
        {
          line: '421 Rate limit reached. Please try again later. For explanation visit https://postmaster.gmx.net/en/case?c=r1101&i=ip&v=192.0.2.44&r=1MHok4-1tPqXy2Abc-00Fg7d',
          host: 'mx00.emig.gmx.net',
        },
      ],
      mustNotMatch: [{ line: '421 Reject due to policy violations', host: 'mx00.emig.gmx.net' }],
    },
    {
      id: 'helo-changes-or-ratio',
      codes: ['450'],
      text: ['Reject due to policy violations'],
      needsCode: true,
      reason: 'reputation.low',
      meaning:
        'The server gives ever changing HELO names, as infected computers do, or writes to too many addresses that do not exist.',
      steps: [
        'Give every sending IP address one fixed HELO name that matches its reverse name.',
        'Drop addresses that bounced as unknown.',
        'Let the queue try again later.',
      ],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [page],
      status: 'documented',
      matches: [
        {
          line: '450-Reject due to policy violations 450 For explanation visit https://postmaster.gmx.net/en/case?c=r1103&i=ip&v=192.0.2.44&r=1MHok4-1tPqXy2Abc-00Fg7d',
          host: 'mx00.emig.gmx.net',
        },
      ],
      mustNotMatch: [{ line: '421 Reject due to policy violations', host: 'mx00.emig.gmx.net' }],
    },
    {
      id: 'local-error',
      codes: ['451', '421'],
      text: ['Requested action aborted: local error in processing'],
      needsHost: true,
      reason: 'host.internal-error',
      meaning: 'The provider could not take the message at this moment for a fault of its own.',
      steps: ['Leave the message in the queue: it is tried again by itself.'],
      link: 'https://postmaster.gmx.net/en/error-messages',
      sources: [pageMeasured],
      status: 'documented',
      matches: [{ line: '451 Requested action aborted: local error in processing', host: 'mx00.emig.gmx.net' }],
      mustNotMatch: [{ line: '450 Reject due to policy violations', host: 'mx00.emig.gmx.net' }],
    },
    {
      id: 'old-user-unknown',
      codes: ['550'],
      text: ['Benutzer nicht bekannt/User unknown', 'Unknown local part'],
      needsHost: true,
      reason: 'recipient.unknown',
      meaning: 'The address does not exist. This is the wording of the older web.de servers.',
      steps: [
        'Compare the address with the one that was given to you.',
        'Take it off the list unless the person confirms it another way.',
      ],
      sources: [legacy, legacyMeasured],
      status: 'observed',
      matches: [
        { line: '550 <ann@example.com>: Benutzer nicht bekannt/User unknown', host: 'mx-ha02.web.de' },
        { line: '550 Unknown local part ann in <ann@example.com>', host: 'mx-ha02.web.de' },
      ],
      mustNotMatch: [
        { line: '552 <ann@example.com>: Benutzer hat zuviele Mails auf dem Server', host: 'mx-ha02.web.de' },
      ],
    },
    {
      id: 'old-mailbox-full',
      codes: ['552'],
      text: ['Benutzer hat das Speichervolumen ueberschritten'],
      reason: 'recipient.over-quota',
      meaning: 'The mailbox is full. This is the wording of the older web.de servers.',
      steps: ['Try again over the next days.', 'Pause the address when it stays full for weeks.'],
      sources: [legacy],
      status: 'observed',
      matches: [
        {
          line: '552 <ann@example.com>: Benutzer hat das Speichervolumen ueberschritten/Mailbox full',
          host: 'mx-ha02.web.de',
        },
      ],
      mustNotMatch: [{ line: '550 <ann@example.com>: Benutzer nicht bekannt/User unknown', host: 'mx-ha02.web.de' }],
    },
    {
      id: 'old-too-many-messages',
      codes: ['552'],
      text: ['Benutzer hat zuviele Mails auf dem Server'],
      reason: 'recipient.over-quota',
      meaning: 'The mailbox holds as many messages as it may. This is the wording of the older web.de servers.',
      steps: ['Try again over the next days.', 'Pause the address when it stays full for weeks.'],
      sources: [legacyMeasured],
      status: 'observed',
      matches: [{ line: '552 <ann@example.com>: Benutzer hat zuviele Mails auf dem Server', host: 'mx-ha02.web.de' }],
      mustNotMatch: [{ line: '550 <ann@example.com>: Benutzer nicht bekannt/User unknown', host: 'mx-ha02.web.de' }],
    },
  ],
});
