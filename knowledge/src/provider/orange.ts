import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Rhost/FrancePTT.pm',
  read: '2026-10',
  grade: 'measured',
};
const reasons: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};
const samples: Source = { name: 'sisimai/set-of-emails, rhost-franceptt-01', read: '2026-10', grade: 'measured' };
const kumo: Source = {
  name: 'KumoCorp/kumomta@3ebc1e8 assets/community/bounces.toml',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'Orange / Wanadoo',
  kind: 'mailbox-provider',
  hosts: ['orange.fr', 'wanadoo.fr'],
  domains: ['orange.fr', 'wanadoo.fr'],
  marks: ['OFR_#', 'OFR00#_#', 'OUK_#'],
  links: { postmaster: 'https://postmaster.orange.fr/', delist: 'https://csi.cloudmark.com/reset-request' },
  entries: [
    {
      id: 'ip-blocked-for-spam',
      codes: ['550'],
      text: ['bloquee pour incident de spam', 'OFR#_102', 'OFR_102'],
      reason: 'reputation.ip-private',
      meaning:
        'Orange has shut out the sending IP address after spam came from it. The list behind this is kept by Cloudmark.',
      steps: [
        'Find and stop the mailing or the hacked account that sent the spam.',
        'Ask Cloudmark to reset the IP address with its web form.',
        'Start again with small volumes to people who opened recently.',
      ],
      link: 'https://csi.cloudmark.com/reset-request',
      sources: [sisimai],
      status: 'observed',
      matches: [
        {
          line: '550 mwinf5c21 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102 Ref http://csi.cloudmark.com/reset-request/?ip=192.0.2.44 [102]',
          host: 'smtp-in.orange.fr',
        },
        '550 mwinf5d12 ME Connection closed by policy. OFR_102 [102]',
      ],
      mustNotMatch: ['550 5.2.0 mwinf5d12 ME Mail rejete. Mail rejected. OFR_506 [506]'],
    },
    {
      id: 'ip-reputation-refused',
      codes: ['550'],
      text: ['OFR#_103', 'OFR_103'],
      reason: 'reputation.ip-private',
      meaning:
        'Orange refuses everything from this IP address because its standing is too poor. The text says "try later", but the code is final.',
      steps: [
        'Look the IP address up on Abusix, Spamhaus and Cloudmark and have it removed where it is listed.',
        'Take addresses that never react off the list.',
        'Write to the Orange postmaster when the lists are clean and the refusals go on.',
      ],
      link: 'https://postmaster.orange.fr/',
      sources: [sisimai],
      status: 'observed',
      matches: [
        '550 mwinf5d26 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR006_103 192.0.2.44 [103]',
        '550 mwinf5d12 ME Service refused. OFR_103 [103]',
      ],
      mustNotMatch: [
        '421 4.2.0 mwinf5d12 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR005_505 [505]',
      ],
    },
    {
      id: 'too-many-connections',
      codes: ['421'],
      text: ['Trop de connexions', 'OFR#_104'],
      reason: 'rate.connections',
      meaning: 'Your servers hold more connections to Orange open at the same time than it allows.',
      steps: [
        'Keep the mail queued and lower the number of parallel connections to Orange.',
        'Spread a mailing over more hours.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        '421 mwinf5d26 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR005_104 [104]',
      ],
      mustNotMatch: [
        '421 mwinf5d26 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR_999 [999]',
      ],
    },
    {
      id: 'login-code-invalid',
      codes: ['550', '5.7.0'],
      text: ["Code d'authentification invalide", 'OFR_305'],
      reason: 'auth.submission',
      meaning: 'The sending program logged in to Orange with a wrong name or password.',
      steps: [
        'Correct the user name and password in the sending program.',
        'Send mail of your own domain through your own mail service instead of an Orange account.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        {
          line: "550 5.7.0 mwinf5d12 ME Code d'authentification invalide. Authentication failed. OFR_305 [305]",
          host: 'smtp.orange.fr',
        },
      ],
      mustNotMatch: [
        { line: '550 5.2.0 mwinf5d12 ME Mail rejete. Mail rejected. OFR_506 [506]', host: 'smtp-in.orange.fr' },
      ],
    },
    {
      id: 'login-required',
      codes: ['550', '5.5.0'],
      text: ['Authentification requise'],
      needsHost: true,
      reason: 'auth.submission',
      meaning: 'This Orange server wants the sending program to log in before it takes mail.',
      steps: [
        'Switch on authentication for outgoing mail in the sending program.',
        'Send mail of your own domain through your own mail service.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [{ line: '550 5.5.0 Authentification requise. Authentication Required.', host: 'smtp.orange.fr' }],
      mustNotMatch: [
        { line: "550 5.7.0 mwinf5d12 ME Code d'authentification invalide. OFR_305 [305]", host: 'smtp.orange.fr' },
      ],
    },
    {
      id: 'sender-invalid',
      codes: ['501', '5.1.0', '5.0.1'],
      text: ['Emetteur invalide', 'OFR#_405', 'OFR_403', 'OFR_415'],
      reason: 'dns.sender-address',
      meaning:
        'Orange does not accept the sender address of the envelope, mostly because its domain has no mail or address record in DNS, or its SPF record is broken.',
      steps: [
        'Check that the domain of the return path has an MX or A record.',
        'Check the SPF record of that domain for syntax errors.',
        'Send with a return path at which mail can really arrive.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        {
          line: '501 5.1.0 mwinf5d12 ME Emetteur invalide. Invalid Sender. OFR004_405 [405]',
          host: 'smtp-in.orange.fr',
        },
        '501 5.0.1 mwinf5d12 ME Emetteur invalide. Invalid Sender. OFR_403 [403]',
        '550 5.0.1 mwinf5d12 ME Emetteur invalide. Invalid Sender. OFR_415 [415]',
      ],
      mustNotMatch: [
        '550 5.1.1 mwinf5d12 ME Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]',
      ],
    },
    {
      id: 'recipient-invalid',
      codes: ['550', '5.1.1'],
      text: ['Adresse d au moins un destinataire invalide', 'OFR_416', 'OFR_418'],
      reason: 'recipient.unknown',
      meaning: 'At least one of the recipients does not exist at Orange.',
      steps: [
        'Compare the address with the one that was given to you.',
        'Take it off the list unless the person confirms it another way.',
      ],
      sources: [sisimai, samples],
      status: 'observed',
      matches: [
        {
          line: '550 5.1.1 mwinf5d12 ME Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]',
          host: 'smtp-in.orange.fr',
        },
        '550 5.1.1 mwinf5d12 ME Adresse d au moins un destinataire invalide. Invalid recipient. OFR_418 [418]',
      ],
      mustNotMatch: [
        '552 5.1.1 mwinf5d12 ME Boite du destinataire pleine. Recipient overquota. OFR_417 [417]',
        '501 5.1.0 mwinf5d12 ME Emetteur invalide. Invalid Sender. OFR004_405 [405]',
      ],
    },
    {
      id: 'mailbox-full',
      codes: ['552'],
      text: ['Boite du destinataire pleine', 'OFR_417'],
      reason: 'recipient.over-quota',
      meaning:
        'The mailbox exists but is full. Orange writes 5.1.1 here, which elsewhere means an unknown address: the words count.',
      steps: ['Try again over the next days.', 'Pause the address when it stays full for weeks.'],
      sources: [sisimai, reasons],
      status: 'observed',
      matches: [
        {
          line: '552 5.1.1 mwinf5d12 ME Boite du destinataire pleine. Recipient overquota. OFR_417 [417]',
          host: 'smtp-in.orange.fr',
        },
      ],
      mustNotMatch: [
        '550 5.1.1 mwinf5d12 ME Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]',
      ],
    },
    {
      id: 'system-fault',
      codes: ['421', '4.2.0'],
      text: ['Service refuse * OFR#_505', 'OFR#_505'],
      reason: 'host.internal-error',
      meaning: 'Something inside the Orange mail system failed after the message was handed over.',
      steps: ['Leave the message in the queue: it is tried again by itself.'],
      sources: [sisimai],
      status: 'observed',
      matches: [
        {
          line: '421 4.2.0 mwinf5d12 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR005_505 [505]',
          host: 'smtp-in.orange.fr',
        },
      ],
      mustNotMatch: [
        '421 mwinf5d26 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR_999 [999]',
      ],
    },
    {
      id: 'spam-rejected',
      codes: ['550', '5.2.0'],
      text: ['Mail rejete. Mail rejected', 'OFR_506', 'OUK_513'],
      reason: 'content.spam',
      meaning: 'The Orange filter took this message for spam.',
      steps: [
        'Send the same text without links, then with one link at a time, to find what the filter dislikes.',
        'Check that SPF, DKIM and DMARC pass for the From domain.',
        'Report the message as wrongly filtered to the Orange postmaster.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        { line: '550 5.2.0 mwinf5d12 ME Mail rejete. Mail rejected. ofr_506 [506]', host: 'smtp-in.orange.fr' },
        '550 5.2.0 Mail rejete. Mail rejected. OUK_513 [513]',
      ],
      mustNotMatch: ['501 5.0.2 Mail rejected. DMARC check failed'],
    },
    {
      id: 'message-too-big',
      codes: ['552'],
      text: ['Taille limite du message atteinte', 'OFR_514'],
      reason: 'content.too-big',
      meaning: 'The message is larger than Orange takes.',
      steps: ['Put the attachment on a website and send a link to it.', 'Shrink the pictures.'],
      sources: [sisimai, reasons],
      status: 'observed',
      matches: [
        {
          line: '552 5.2.3 mwinf5d12 ME Taille limite du message atteinte. Message size exceeds limit. OFR_514 [514]',
          host: 'smtp-in.orange.fr',
        },
      ],
      mustNotMatch: ['552 5.1.1 mwinf5d12 ME Boite du destinataire pleine. Recipient overquota. OFR_417 [417]'],
    },
    {
      id: 'dmarc-check-failed',
      codes: ['501', '571', '5.0.2', '5.7.1'],
      text: ['Mail rejected. DMARC check failed', 'DMARC verification Failed'],
      reason: 'auth.dmarc',
      meaning:
        'Neither SPF nor DKIM passed for the domain in the From line, and the DMARC record of that domain asks for a refusal.',
      steps: [
        'Sign with DKIM in the name of the From domain.',
        'Or use a return path in the From domain whose SPF record names the sending server.',
        'Read the DMARC reports to see which of your senders fails.',
      ],
      sources: [kumo, sisimai],
      status: 'observed',
      matches: [
        { line: '501 5.0.2 Mail rejected. DMARC check failed', host: 'smtp-in.orange.fr' },
        {
          line: '571 5.7.1 Message refused, DMARC verification Failed. Message refuse, verification DMARC en echec',
          host: 'smtp-in.orange.fr',
        },
      ],
      mustNotMatch: [
        { line: '550 5.2.0 mwinf5d12 ME Mail rejete. Mail rejected. OFR_506 [506]', host: 'smtp-in.orange.fr' },
      ],
    },
    {
      id: 'sender-domain-blacklisted',
      codes: ['550', '5.0.1'],
      text: ['Your domain has been blacklisted'],
      needsHost: true,
      reason: 'reputation.domain-list',
      meaning: 'Orange keeps your sending domain on a block list.',
      steps: [
        'Look the domain up at Spamhaus and Abusix.',
        'Remove the cause: bought addresses, a hacked form, links to listed sites.',
        'Ask the Orange postmaster to take the domain off.',
      ],
      sources: [kumo],
      status: 'observed',
      matches: [{ line: '550 5.0.1 Your domain has been blacklisted', host: 'smtp-in.orange.fr' }],
      mustNotMatch: [
        {
          line: '550 mwinf5c21 ME Adresse IP source bloquee pour incident de spam. OFR006_102 [102]',
          host: 'smtp-in.orange.fr',
        },
      ],
    },
    {
      id: 'spf-dns-check-failed',
      codes: ['421'],
      text: ['SPF/DNS de votre nom de domaine'],
      reason: 'auth.spf',
      meaning:
        'Orange could not confirm the sending server with the SPF and DNS records of your domain and puts the message off.',
      steps: [
        'Check that the SPF record of the return-path domain exists, has no errors and names the sending server.',
        'Check that your name servers answer quickly from outside.',
        'Let the queue try again once the records are right.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        {
          line: '421 mwinf5c41 ME Veuillez verifier la configuration SPF/DNS de votre nom de domaine. Please check SPF/DNS of your domain name. OFR004_107 [107]',
          host: 'smtp-in.orange.fr',
        },
      ],
      mustNotMatch: [
        {
          line: '501 5.1.0 mwinf5d12 ME Emetteur invalide. Invalid Sender. OFR004_405 [405]',
          host: 'smtp-in.orange.fr',
        },
      ],
    },
    {
      id: 'temporarily-blocked',
      codes: ['421'],
      text: ['OFR_999'],
      reason: 'reputation.low',
      meaning:
        'Orange is holding mail from this IP address back for a while because it looks suspicious at the moment.',
      steps: [
        'Pause sending to Orange for some hours, then go on at a slower rate.',
        'Look the IP address up on Abusix, Spamhaus and Cloudmark.',
        'Ask the Orange postmaster if it lasts more than two days.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        {
          line: '421 mwinf5d26 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR_999 [999]',
          host: 'smtp-in.orange.fr',
        },
      ],
      mustNotMatch: [
        '421 4.2.0 mwinf5d12 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR005_505 [505]',
      ],
    },
    {
      id: 'service-refused-unspecified',
      codes: ['421', '550'],
      text: ['Service refuse. Veuillez essayer plus tard'],
      weak: true,
      reason: 'reputation.low',
      meaning:
        'Orange refuses without naming the cause. The code in square brackets at the end of the reply tells more where it is known.',
      steps: [
        'Leave deferred mail in the queue and slow down.',
        'Check the sending IP address on the usual block lists.',
        'Quote the whole reply with its OFR code to the Orange postmaster.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        {
          line: '421 mwinf5c30 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR004_201 [201]',
          host: 'smtp-in.orange.fr',
        },
      ],
      mustNotMatch: ['421 mwinf5d26 ME Trop de connexions, veuillez verifier votre configuration. OFR005_104 [104]'],
    },
  ],
});
