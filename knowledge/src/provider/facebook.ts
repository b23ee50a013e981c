import type { Source } from '../define.ts';
import { define } from '../define.ts';

/** Meanings by the postmaster page of Facebook; the codes as Sisimai carries them. */
const codes: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Lhost/Facebook.pm',
  read: '2026-10',
  grade: 'measured',
};
const page: Source = {
  name: 'Facebook postmaster, SMTP Response Codes, seen in search excerpts',
  url: 'http://postmaster.facebook.com/response_codes',
  read: '2026-10',
  grade: 'read-paraphrased',
};
const rhost: Source = {
  name: 'sisimai/p5-sisimai@2c12ca6 lib/Sisimai/Rhost/Facebook.pm (says of itself that most codes are untested)',
  read: '2026-10',
  grade: 'read',
};
const newer: Source = {
  name: 'sisimai 5.7.0 lib/sisimai/rhost/facebook.rb, seen in search excerpts',
  read: '2026-10',
  grade: 'read-paraphrased',
};

const link = 'https://www.facebook.com/postmaster/response_codes';
const host = 'smtpin.mx.facebook.com';

/**
 * Facebook's codes are short letters and digits that other systems might use as well, so those
 * entries that would take an address off a list want the host or the page's URL beside them.
 */
export default define({
  name: 'Facebook / Meta mail',
  kind: 'mailbox-provider',
  hosts: ['mx.facebook.com', 'facebook.com'],
  domains: ['facebook.com'],
  marks: ['postmaster.facebook.com/response_codes', 'facebook.com/postmaster/response_codes'],
  links: {
    postmaster: 'https://www.facebook.com/postmaster',
    documentation: link,
  },
  entries: [
    {
      id: 'no-such-recipient',
      codes: ['550', '5.1.1'],
      text: ['RCP-P1', 'INT-P1', 'INT-P3', 'INT-P4'],
      needsHost: true,
      reason: 'recipient.unknown',
      meaning: 'Facebook knows no person or group with this address.',
      steps: [
        'Check the address for a typing error.',
        'Take it off the list: most people have had no facebook.com address since 2014.',
      ],
      link,
      sources: [codes, page],
      status: 'documented',
      matches: [
        {
          line: '550 5.1.1 RCP-P1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#rcp Recipient address does not exist',
          host,
        },
        { line: '550 5.1.1 INT-P1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#int', host },
        { line: '550 5.1.1 INT-P3 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#int', host },
        { line: '550 5.1.1 INT-P4 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#int', host },
      ],
      mustNotMatch: [
        { line: '550 5.7.1 RCP-P2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#rcp', host },
        { line: '552 5.3.4 INT-P2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#int', host },
        '550 5.1.1 RCP-P1',
      ],
    },
    {
      id: 'recipient-preferences',
      codes: ['550', '5.7.1'],
      text: ['RCP-P2', 'RCP-P3'],
      needsHost: true,
      reason: 'recipient.not-allowed-sender',
      meaning:
        'The settings or the privacy choices of this person do not let your message through. The address exists.',
      steps: ['Reach the person in another way.', 'Do not send to this address again unasked.'],
      link,
      sources: [codes, page],
      status: 'documented',
      matches: [
        {
          line: "550 5.7.1 RCP-P2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#rcp The recipient's preferences prevent delivery",
          host,
        },
        { line: '550 5.7.1 RCP-P3 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#rcp', host },
      ],
      mustNotMatch: [
        { line: '550 5.1.1 RCP-P1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#rcp', host },
      ],
    },
    {
      id: 'recipient-deactivated',
      text: ['RCP-T4'],
      needsHost: true,
      reason: 'recipient.disabled',
      action: 'hold',
      meaning: 'The person has switched the account off for now and may or may not come back.',
      steps: ['Rest the address for some weeks.', 'Drop it when the answer is still the same.'],
      link,
      sources: [rhost],
      status: 'documented',
      matches: [
        { line: '450 4.2.1 RCP-T4 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#rcp', host },
      ],
      mustNotMatch: [
        { line: '450 4.3.0 RCP-T1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#rcp', host },
      ],
    },
    {
      id: 'recipient-store-full',
      text: ['INT-P7'],
      needsHost: true,
      reason: 'recipient.over-quota',
      meaning: 'The recipient has used up the space that Facebook gives.',
      steps: ['Try again after some days.', 'Reach the person in another way.'],
      link,
      sources: [newer],
      status: 'documented',
      matches: [
        { line: '552 5.2.2 INT-P7 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#int', host },
      ],
      mustNotMatch: [
        { line: '552 5.3.4 INT-P2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#int', host },
      ],
    },
    {
      id: 'temporary-fault',
      codes: ['450', '451', '4.3.0'],
      text: [
        'RCP-T1',
        'INT-T1',
        'INT-T2',
        'INT-T3',
        'INT-T4',
        'INT-T5',
        'INT-T6',
        'INT-T7',
        'INT-T8',
        'INT-T9',
        'INT-T10',
        'INT-T11',
        'INT-T12',
      ],
      needsHost: true,
      reason: 'host.internal-error',
      meaning: 'A fault within Facebook that passes by itself.',
      steps: ['Let the queue try again.'],
      link,
      sources: [page, rhost],
      status: 'documented',
      matches: [
        { line: '450 4.3.0 RCP-T1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#rcp', host },
        ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => ({
          line: `451 4.3.0 INT-T${n} https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#int`,
          host,
        })),
      ],
      mustNotMatch: [
        { line: '550 5.1.1 INT-P1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#int', host },
        { line: '421 4.7.1 POL-T1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
      ],
    },
    {
      id: 'sender-domain-unusable',
      text: ['DNS-P1', 'DNS-P2', 'DNS-T1'],
      needsHost: true,
      reason: 'dns.sender-domain',
      meaning: 'The domain of the envelope sender does not exist, has no mail server or does not resolve at present.',
      steps: [
        'Check the return address for a typing error.',
        'Give its domain an MX record and see that its name servers answer.',
      ],
      link,
      sources: [page, rhost],
      status: 'documented',
      matches: [
        { line: '554 5.1.8 DNS-P1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#dns', host },
        { line: '554 5.1.8 DNS-P2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#dns', host },
        { line: '450 4.1.8 DNS-T1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#dns', host },
      ],
      mustNotMatch: [
        { line: '554 5.7.1 DNS-P3 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#dns', host },
      ],
    },
    {
      id: 'no-reverse-name',
      text: ['DNS-P3', 'DNS-T2'],
      needsHost: true,
      reason: 'dns.ptr',
      meaning: 'Your mail server has no reverse name, or the name could not be looked up just now.',
      steps: ['Set a PTR record for the address of the server.', 'Check that the name servers for it answer.'],
      link,
      sources: [page, rhost],
      status: 'documented',
      matches: [
        { line: '554 5.7.1 DNS-P3 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#dns', host },
        { line: '450 4.7.1 DNS-T2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#dns', host },
      ],
      mustNotMatch: [
        { line: '554 5.1.8 DNS-P1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#dns', host },
      ],
    },
    {
      id: 'address-on-spamhaus-pbl',
      codes: ['554', '5.1.8', '5.7.1'],
      text: ['POL-P1'],
      needsHost: true,
      reason: 'reputation.dynamic-ip',
      meaning: 'Your server sends from an address that Spamhaus lists as one that should not send mail directly.',
      steps: [
        "Send through your provider's relay or a sending service.",
        'If the address is a fixed one of a real mail server, have it taken off the PBL at Spamhaus.',
      ],
      link,
      sources: [codes],
      status: 'documented',
      matches: [
        { line: '554 5.1.8 POL-P1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
      ],
      mustNotMatch: [
        { line: '554 5.1.8 POL-P2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
      ],
    },
    {
      id: 'address-blocked-for-good',
      codes: ['554', '5.1.8'],
      text: ['POL-P2'],
      needsHost: true,
      reason: 'reputation.ip-private',
      meaning: 'Facebook takes no more mail from the address of your server.',
      steps: [
        'Find out and stop what went out from that address.',
        'Send by another, well-kept server; Facebook offers no delisting.',
      ],
      link,
      sources: [codes],
      status: 'documented',
      matches: [
        { line: '554 5.1.8 POL-P2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
      ],
      mustNotMatch: [
        { line: '554 5.7.1 POL-P3 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
        { line: '550 5.7.1 RCP-P2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#rcp', host },
      ],
    },
    {
      id: 'refused-for-hours',
      codes: ['554', '5.7.1'],
      text: ['POL-P3', 'POL-P4'],
      needsHost: true,
      reason: 'reputation.ip-private',
      meaning: 'Facebook refuses your server for a time: POL-P3 for 4 to 8 hours, POL-P4 for one or two days.',
      steps: ['Pause until that time is over.', 'Meanwhile find out which mail brought it about.'],
      link,
      sources: [codes],
      status: 'documented',
      matches: [
        { line: '554 5.7.1 POL-P3 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
        { line: '554 5.7.1 POL-P4 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
      ],
      mustNotMatch: [
        { line: '421 4.7.1 POL-T3 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
      ],
    },
    {
      id: 'deferred-for-hours',
      codes: ['421', '4.7.1'],
      text: ['POL-T1', 'POL-T2', 'POL-T3'],
      needsHost: true,
      reason: 'reputation.low',
      meaning:
        'Facebook puts your mail off: POL-T1 for an hour or two, POL-T2 for 4 to 8 hours, POL-T3 for one or two days.',
      steps: ['Let the queue wait that long.', 'Look meanwhile for unwanted mail from your server.'],
      link,
      sources: [codes],
      status: 'documented',
      matches: [
        { line: '421 4.7.1 POL-T1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
        { line: '421 4.7.1 POL-T2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
        { line: '421 4.7.1 POL-T3 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
      ],
      mustNotMatch: [
        { line: '554 5.7.1 POL-P4 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
      ],
    },
    {
      id: 'virus-found',
      text: ['POL-P5'],
      needsHost: true,
      reason: 'content.virus',
      meaning: 'Facebook found harmful software in the message.',
      steps: ['Scan the attached files and the computer they came from.', 'Send again without the files.'],
      link,
      sources: [rhost],
      status: 'documented',
      matches: [
        { line: '554 5.7.1 POL-P5 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
      ],
      mustNotMatch: [
        { line: '554 5.7.1 MSG-P2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#msg', host },
      ],
    },
    {
      id: 'blocked-link',
      codes: ['554', '5.7.1'],
      text: ['POL-P6'],
      needsHost: true,
      reason: 'content.url',
      meaning: 'The message links to an address that Facebook blocks.',
      steps: ["Check the links with Facebook's Sharing Debugger.", 'Take the blocked one out and send again.'],
      link,
      sources: [codes],
      status: 'documented',
      matches: [
        { line: '554 5.7.1 POL-P6 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
      ],
      mustNotMatch: [
        { line: '554 5.7.1 POL-P7 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
      ],
    },
    {
      id: 'abuse-or-authentication-policy',
      codes: ['554', '5.7.1'],
      text: ['POL-P7', 'POL-P8'],
      needsHost: true,
      reason: 'policy.generic',
      owner: 'sender',
      meaning:
        'The message breaks the rules of Facebook: it looks like abuse, or its SPF and DKIM do not stand up. The code alone does not tell which.',
      steps: [
        'Check first that SPF and DKIM of the sending domain pass.',
        'Then look at the text for what might count as abuse.',
      ],
      link,
      sources: [codes, newer],
      status: 'documented',
      matches: [
        { line: '554 5.7.1 POL-P7 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
        { line: '554 5.7.1 POL-P8 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
      ],
      mustNotMatch: [
        { line: '554 5.7.1 POL-P6 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
      ],
    },
    {
      id: 'message-too-big',
      codes: ['552', '5.3.4'],
      text: ['MSG-P1', 'INT-P2'],
      needsHost: true,
      reason: 'content.too-big',
      meaning: 'The message is larger than Facebook takes.',
      steps: ['Shrink the attachments or share them by a link.'],
      link,
      sources: [codes],
      status: 'documented',
      matches: [
        { line: '552 5.3.4 MSG-P1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#msg', host },
        { line: '552 5.3.4 INT-P2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#int', host },
      ],
      mustNotMatch: [
        { line: '550 5.1.1 INT-P1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#int', host },
      ],
    },
    {
      id: 'attachment-type',
      codes: ['554', '5.7.1'],
      text: ['MSG-P2'],
      needsHost: true,
      reason: 'content.attachment',
      meaning: 'The message holds a kind of file that Facebook does not take.',
      steps: ['Take the file out, or share it by a link.'],
      link,
      sources: [codes],
      status: 'documented',
      matches: [
        { line: '554 5.7.1 MSG-P2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#msg', host },
      ],
      mustNotMatch: [
        { line: '554 5.6.0 MSG-P3 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#msg', host },
      ],
    },
    {
      id: 'header-repeated',
      codes: ['554', '5.6.0'],
      text: ['MSG-P3'],
      needsHost: true,
      reason: 'content.not-rfc',
      meaning: 'A header line that may stand only once is there several times.',
      steps: ['Have the sending software write each of From, To, Subject, Date and Message-ID once only.'],
      link,
      sources: [codes],
      status: 'documented',
      matches: [
        { line: '554 5.6.0 MSG-P3 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#msg', host },
      ],
      mustNotMatch: [
        { line: '554 5.7.1 MSG-P2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#msg', host },
      ],
    },
    {
      id: 'too-many-recipients',
      text: ['MSG-T1', 'CON-T4'],
      needsHost: true,
      reason: 'rate.recipients',
      meaning: 'The message, or the connection, named more recipients than Facebook takes at once.',
      steps: ['Send the rest in another message or connection.', 'Set a smaller number of recipients per message.'],
      link,
      sources: [rhost],
      status: 'documented',
      matches: [
        { line: '452 4.5.3 MSG-T1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#msg', host },
        { line: '452 4.5.3 CON-T4 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#con', host },
      ],
      mustNotMatch: [
        { line: '421 4.7.1 CON-T3 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#con', host },
      ],
    },
    {
      id: 'too-many-connections',
      text: ['CON-T1', 'CON-T2', 'CON-T3'],
      needsHost: true,
      reason: 'rate.connections',
      meaning: 'Too many connections at once: to Facebook in all (CON-T1), or from your server (CON-T2, CON-T3).',
      steps: ['Let the queue try again.', 'Lower the number of connections to Facebook.'],
      link,
      sources: [rhost],
      status: 'documented',
      matches: [
        { line: '421 4.3.2 CON-T1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#con', host },
        { line: '421 4.7.1 CON-T2 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#con', host },
        { line: '421 4.7.1 CON-T3 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#con', host },
      ],
      mustNotMatch: [
        { line: '421 4.7.1 POL-T1 https://www.facebook.com/postmaster/response_codes?ip=192.0.2.25#pol', host },
      ],
    },
  ],
});
