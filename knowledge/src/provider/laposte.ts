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
const samples: Source = {
  name: 'sisimai/set-of-emails, maildir/bsd/rhost-franceptt-05.eml',
  read: '2026-10',
  grade: 'measured',
};
const bento: Source = {
  name: 'Bento, Laposte.net SMTP error codes (search excerpt)',
  url: 'https://bentonow.com/smtp-errors/laposte',
  read: '2026-11',
  grade: 'read',
};

export default define({
  name: 'La Poste (laposte.net)',
  kind: 'mailbox-provider',
  hosts: ['laposte.net'],
  domains: ['laposte.net'],
  marks: ['LPN00#_#', 'LPN01#_#', 'LPN02#_#', 'LPN10#_#', 'LPNAAA_#'],
  links: { documentation: 'https://www.postmastery.com/laposte-net-postmaster-smtp-error-codes-lpn/' },
  entries: [
    {
      id: 'spamhaus-listed',
      codes: ['550', '5.7.1'],
      text: ['blocked using Spamhaus * LPNAAA_101', 'LPNAAA_101'],
      reason: 'reputation.ip-dnsbl',
      meaning: 'The sending IP address is on a Spamhaus list, which La Poste consults.',
      steps: [
        'Look the IP address up at check.spamhaus.org and read which list it is on.',
        'Stop the cause named there, then ask Spamhaus for removal.',
      ],
      link: 'https://check.spamhaus.org/',
      sources: [sisimai],
      status: 'observed',
      matches: [
        {
          line: '550 5.7.1 Service unavailable; client [192.0.2.44] blocked using Spamhaus Les emails envoyes vers la messagerie Laposte.net ont ete bloques https://www.spamhaus.org/lookup/ LPNAAA_101',
          host: 'smtpz4.laposte.net',
        },
      ],
      mustNotMatch: ['550 5.5.0 SPF: 192.0.2.44 is not allowed to send mail. LPN004_401'],
    },
    {
      id: 'sender-blocked-by-service',
      codes: ['550', '5.5.0'],
      text: ['ont ete bloques par nos services', 'LPN#_102'],
      reason: 'reputation.ip-private',
      meaning: 'La Poste has blocked the sending IP address itself, going by its own count or by a poor Sender Score.',
      steps: [
        'Open the link in the reply: it names the list and its procedure.',
        'Stop the mailing that draws complaints or hits dead addresses.',
        'Begin again slowly once the block is lifted.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        {
          line: '550 5.5.0 Les emails envoyes vers la messagerie Laposte.net ont ete bloques par nos services. The emails sent to the mail host Laposte.net were blocked by our services. https://senderscore.org/blacklistlookup/ LPN007_102',
          host: 'smtpz4.laposte.net',
        },
      ],
      mustNotMatch: ['550 5.5.0 Boite du destinataire archivee. Archived recipient. LPN007_420'],
    },
    {
      id: 'too-many-connections',
      codes: ['421'],
      text: ['Trop de connexions', 'LPN#_104'],
      needsHost: true,
      reason: 'rate.connections',
      meaning: 'Too many connections to La Poste are open at once.',
      steps: [
        'Keep the mail queued and open at most two connections at a time.',
        'Spread the mailing over more hours.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        {
          line: '421 4.7.0 Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. LPN105_104',
          host: 'smtpz4.laposte.net',
        },
      ],
      mustNotMatch: [
        {
          line: '421 4.2.1 Service refuse. Veuillez essayer plus tard. Service refused, please try later. LPN007_505',
          host: 'smtpz4.laposte.net',
        },
      ],
    },
    {
      id: 'spf-failed',
      codes: ['550', '5.5.0'],
      text: ['is not allowed to send mail. LPN#_401', 'LPN#_401'],
      reason: 'auth.spf',
      meaning: 'The SPF record of your domain does not name the server that delivered the message.',
      steps: [
        'Add the sending server or the sending service to the SPF record of the return-path domain.',
        'Forward with a rewritten sender address where the mail was only passed on.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        { line: '550 5.5.0 SPF: 192.0.2.44 is not allowed to send mail. LPN004_401', host: 'smtpz4.laposte.net' },
      ],
      mustNotMatch: ['550 5.5.0 Authentification requise. Authentication Required. LPN105_402'],
    },
    {
      id: 'login-required',
      codes: ['550', '5.5.0'],
      text: ['Authentification requise', 'LPN#_402'],
      reason: 'auth.submission',
      meaning: 'This La Poste server wants the sending program to log in before it takes mail.',
      steps: [
        'Switch on authentication for outgoing mail in the sending program.',
        'Use the mail server of your own provider, not that of La Poste, for mail of other domains.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        { line: '550 5.5.0 Authentification requise. Authentication Required. LPN105_402', host: 'smtp.laposte.net' },
      ],
      mustNotMatch: ['550 5.5.3 Mail from not owned by user. LPN105_421'],
    },
    {
      id: 'sender-invalid',
      codes: ['450', '501', '4.1.8'],
      text: ['Emetteur invalide', 'LPN#_405'],
      needsHost: true,
      reason: 'dns.sender-address',
      meaning: 'La Poste does not accept the sender address: it must be one at which mail can arrive.',
      steps: [
        'Check that the domain of the return path has a working MX record.',
        'Use a return path that accepts mail.',
      ],
      sources: [sisimai, bento],
      status: 'observed',
      matches: [{ line: '450 4.1.8 Emetteur invalide. Invalid Sender. LPN007_405', host: 'smtpz4.laposte.net' }],
      mustNotMatch: [
        {
          line: '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. LPN007_416',
          host: 'smtpz4.laposte.net',
        },
      ],
    },
    {
      id: 'recipient-invalid',
      codes: ['550', '5.1.1'],
      text: ['Adresse d au moins un destinataire invalide', 'LPN#_416', 'LPN416'],
      needsHost: true,
      reason: 'recipient.unknown',
      meaning: 'The address does not exist at La Poste.',
      steps: [
        'Compare the address with the one that was given to you.',
        'Take it off the list unless the person confirms it another way.',
      ],
      sources: [sisimai, bento],
      status: 'observed',
      matches: [
        {
          line: '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. LPN007_416',
          host: 'smtpz4.laposte.net',
        },
        {
          line: '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. LPN416',
          host: 'smtpz4.laposte.net',
        },
      ],
      mustNotMatch: [
        {
          line: '550 5.5.0 Boite du destinataire archivee. Archived recipient. LPN007_420',
          host: 'smtpz4.laposte.net',
        },
        { line: '450 4.1.8 Emetteur invalide. Invalid Sender. LPN007_405', host: 'smtpz4.laposte.net' },
      ],
    },
    {
      id: 'mailbox-archived',
      codes: ['550', '5.5.0'],
      text: ['Boite du destinataire archivee', 'LPN#_420'],
      reason: 'recipient.disabled',
      meaning: 'La Poste has archived this mailbox because its owner has not used it for a long time.',
      steps: ['Stop mailing the address.', 'Take it back only when the person asks for it.'],
      sources: [sisimai, reasons],
      status: 'observed',
      matches: [
        {
          line: '550 5.5.0 Boite du destinataire archivee. Archived recipient. LPN007_420',
          host: 'smtpz4.laposte.net',
        },
      ],
      mustNotMatch: [
        '552 5.1.1 Boite du destinataire pleine. Recipient overquota.',
        '550 5.5.0 Le compte du destinataire est bloque. LPN007_426',
      ],
    },
    {
      id: 'sender-not-owned',
      codes: ['550', '5.5.3'],
      text: ['Mail from not owned by user', 'LPN#_421'],
      reason: 'dns.sender-address',
      meaning: 'The account that logged in may not send under this From address.',
      steps: [
        'Send with an address that belongs to the account.',
        'Use the mail service of the From domain for all other addresses.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [{ line: '550 5.5.3 Mail from not owned by user. LPN105_421', host: 'smtp.laposte.net' }],
      mustNotMatch: ['550 5.5.0 Authentification requise. Authentication Required. LPN105_402'],
    },
    {
      id: 'account-blocked',
      codes: ['550', '5.5.0'],
      text: ['Le compte du destinataire est bloque', 'LPN#_426'],
      reason: 'recipient.disabled',
      meaning: "La Poste has blocked the recipient's account, so it takes no mail.",
      steps: ['Stop mailing the address.', 'Ask the person for another address if you know them.'],
      sources: [sisimai, samples],
      status: 'observed',
      matches: [
        {
          line: '550 5.5.0 Le compte du destinataire est bloque. The recipient account isblocked. LPN007_426',
          host: 'smtpz4.laposte.net',
        },
      ],
      mustNotMatch: [
        '550 5.5.0 Les emails envoyes vers la messagerie Laposte.net ont ete bloques par nos services. LPN007_102',
      ],
    },
    {
      id: 'refused-after-content',
      codes: ['550', '5.5.0', '5.7.1'],
      text: ['Service refuse * LPN#_510', 'LPN#_510'],
      reason: 'policy.generic',
      action: 'fix',
      meaning:
        'La Poste refused the message after reading it. It does not say whether the content or the standing of the sender decided.',
      steps: [
        'Send a plain test message: if it passes, change links and wording.',
        'If it fails too, check the sending IP address and domain on the usual lists.',
        'Lower the share of complaints and dead addresses.',
      ],
      sources: [sisimai, bento],
      status: 'observed',
      matches: [
        {
          line: '550 5.5.0 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN005_510',
          host: 'smtpz4.laposte.net',
        },
      ],
      mustNotMatch: [
        '421 4.2.1 Service refuse. Veuillez essayer plus tard. Service refused, please try later. LPN007_505',
      ],
    },
    {
      id: 'dmarc-failed',
      codes: ['571', '5.7.1'],
      text: ['DMARC verification Failed * LPN#_517', 'LPN#_517'],
      reason: 'auth.dmarc',
      meaning: 'SPF and DKIM both failed for the From domain, and its DMARC record asks receivers to refuse such mail.',
      steps: [
        'Sign with DKIM in the name of the From domain.',
        'Check that the sending service uses a return path in your domain.',
        'Read the DMARC reports to find which sender fails.',
      ],
      sources: [sisimai, bento],
      status: 'observed',
      matches: [
        {
          line: '571 5.7.1 Message refused, DMARC verification Failed. Message refuse, verification DMARC en echec LPN007_517',
          host: 'smtpz4.laposte.net',
        },
      ],
      mustNotMatch: ['550 5.5.0 SPF: 192.0.2.44 is not allowed to send mail. LPN004_401'],
    },
    {
      id: 'client-host-rejected',
      codes: ['554', '5.7.1'],
      text: ['Client host rejected LPN#_630', 'LPN#_630'],
      reason: 'policy.generic',
      meaning: 'A rule at La Poste turns the sending server away. The cause is not given.',
      steps: [
        'Check the reverse name, the HELO name and the block lists for the sending IP address.',
        'Ask the postmaster of La Poste with the whole reply.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [{ line: '554 5.7.1 Client host rejected LPN000_630', host: 'smtpz4.laposte.net' }],
      mustNotMatch: [
        '550 5.7.1 Service unavailable; client [192.0.2.44] blocked using Spamhaus LPNAAA_101',
        '450 4.7.1 Client host rejected: cannot find your hostname',
      ],
    },
    {
      id: 'system-fault',
      codes: ['421', '4.2.1'],
      text: ['Service refuse * LPN#_505', 'LPN#_505'],
      reason: 'host.internal-error',
      meaning: 'The mail system of La Poste failed while it took the message.',
      steps: ['Leave the message in the queue: it is tried again by itself.'],
      sources: [sisimai],
      status: 'observed',
      matches: [
        {
          line: '421 4.2.1 Service refuse. Veuillez essayer plus tard. Service refused, please try later. LPN007_505',
          host: 'smtpz4.laposte.net',
        },
      ],
      mustNotMatch: [
        '550 5.5.0 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN005_510',
      ],
    },
    {
      id: 'temporarily-refused',
      codes: ['450', '4.7.1'],
      text: ['LPN#_503'],
      reason: 'reputation.low',
      meaning: 'La Poste puts mail from this server off for now, mostly after many errors or complaints.',
      steps: ['Keep the mail queued and send more slowly.', 'Take out dead addresses and people who never react.'],
      sources: [bento],
      status: 'observed',
      matches: [
        {
          line: '450 4.7.1 Client host rejected: Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN027_503',
          host: 'smtpz4.laposte.net',
        },
      ],
      mustNotMatch: ['421 4.2.1 Service refuse. Veuillez essayer plus tard. LPN007_505'],
    },
  ],
});
