import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual = (file: string): Source => ({
  name: `ActiveCampaign/smtp-field-manual@67831a2 data/codes/${file}.json`,
  read: '2026-10',
  grade: 'measured',
});
const manual421 = manual('421');
const manual550 = manual('550');
const manual554 = manual('554');
const spambrella: Source = {
  name: 'Spambrella (a Proofpoint Essentials reseller), Common Email Delivery Error Codes',
  url: 'https://www.spambrella.com/faq/email-delivery-error-codes/',
  read: '2026-10',
  grade: 'measured',
};
const corpora: Source = {
  name: 'Wording found in local sample sets; its meaning is belief',
  read: '2026-10',
  grade: 'believed',
};
const hunter: Source = {
  name: 'Hunter College ICIT, Proofpoint spam interception help page',
  url: 'http://www.hunter.cuny.edu/icit/help-docs/archive/proofpoint/spam-interception',
  read: '2026-11',
  grade: 'read',
};
const oldLookup: Source = {
  name: 'sisimai/go-sisimai and another public repository, samples with support.proofpoint.com/dnsbl-lookup.cgi',
  read: '2026-11',
  grade: 'measured',
};

const host = 'mx1-us1.ppe-hosted.com';
const enterprise = 'mxa-00123401.gslb.pphosted.com';

export default define({
  name: 'Proofpoint',
  kind: 'gateway',
  hosts: ['pphosted.com', 'ppe-hosted.com'],
  marks: ['ipcheck.proofpoint.com', 'support.proofpoint.com/dnsbl-lookup'],
  links: { delist: 'https://ipcheck.proofpoint.com/' },
  entries: [
    {
      id: 'recipient-not-verified-yet',
      codes: ['421', '4.1.1'],
      text: [
        'Recipient address rejected: unverified address',
        'Recipient address rejected: unverified address: Address verification in progress',
        'Address verification in progress',
      ],
      needsHost: true,
      reason: 'recipient.address-verification',
      meaning: 'Proofpoint asks the organisation’s own mail server whether the address exists and has no answer yet.',
      steps: [
        'Let the queue try again.',
        'If it goes on for days, tell the recipient’s mail administrator that Proofpoint cannot reach their server.',
      ],
      sources: [manual421],
      status: 'observed',
      matches: [
        {
          line: '421 4.1.1 <anna@example.com>: Recipient address rejected: unverified address: host mail.example.com[203.0.113.9] said: 450 4.1.1 try later (in reply to RCPT TO command)',
          host,
        },
        {
          line: '421 4.1.1 <anna@example.com>: Recipient address rejected: unverified address: Address verification in progress',
          host,
        },
      ],
      mustNotMatch: [
        { line: '550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown', host },
        {
          line: '550 5.1.1 <anna@example.com>: Recipient address rejected: undeliverable address: host mail.example.com[203.0.113.9] said: 550 5.1.1 User unknown',
          host,
        },
      ],
    },
    {
      id: 'unknown-user',
      codes: ['550', '5.1.1'],
      text: [
        'Recipient address rejected: User unknown',
        'Recipient address rejected: undeliverable address * User unknown',
        'User Unknown',
      ],
      needsHost: true,
      needsCode: true,
      reason: 'recipient.unknown',
      meaning: 'The organisation behind Proofpoint has no mailbox with this address.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [manual550],
      status: 'observed',
      matches: [
        { line: '550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown', host },
        {
          line: '550 5.1.1 <anna@example.com>: Recipient address rejected: undeliverable address: host mail.example.com[203.0.113.9] said: 550 5.1.1 <anna@example.com>: Recipient address rejected: user unknown (in reply to RCPT TO command)',
          host,
        },
        { line: '550 5.1.1 User Unknown (mx7.example.com)', host: enterprise },
      ],
      mustNotMatch: [
        {
          line: '550 5.7.1 <anna@example.com>: Recipient address rejected: User email address is marked as invalid.',
          host,
        },
        { line: '421 4.1.1 <anna@example.com>: Recipient address rejected: unverified address', host },
      ],
    },
    {
      id: 'server-behind-refused-the-probe',
      codes: ['550', '5.1.1'],
      text: ['Recipient address rejected: undeliverable address'],
      needsHost: true,
      reason: 'recipient.address-verification',
      meaning:
        'Proofpoint asked the organisation’s own mail server about the address and was refused. Only the quoted inner reply says why, and it need not be that the mailbox is missing.',
      steps: [
        'Read the inner reply that follows the word “said”.',
        'Treat the address as dead only where that reply says so.',
        'Otherwise send it to the recipient’s mail administrator.',
      ],
      sources: [manual550],
      status: 'observed',
      matches: [
        {
          line: '550 5.1.1 <anna@example.com>: Recipient address rejected: undeliverable address: host mail.example.com[203.0.113.9] said: 554 5.7.1 Access denied (in reply to RCPT TO command)',
          host,
        },
      ],
      mustNotMatch: [{ line: '550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown', host }],
    },
    {
      id: 'not-a-valid-address',
      codes: ['550', '5.1.1'],
      text: ['This is not a valid email address'],
      needsHost: true,
      needsCode: true,
      reason: 'recipient.unknown',
      meaning: 'The address is not in the list of addresses that the organisation has given Proofpoint.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [manual550],
      status: 'observed',
      matches: [
        {
          line: '550 5.1.1 - This is not a valid email address. Please verify that you have the correct email address for your recipient. (mx7.example.com)',
          host: enterprise,
        },
      ],
      mustNotMatch: [
        { line: '550 5.5.2 <anna>: Sender address rejected: need fully-qualified address', host: enterprise },
      ],
    },
    {
      id: 'sender-domain-not-found',
      codes: ['550', '5.1.8'],
      text: ['Sender address rejected: Domain not found', 'Domain of sender address does not exist'],
      needsHost: true,
      reason: 'dns.sender-domain',
      meaning: 'The domain of the envelope sender cannot be found in the DNS.',
      steps: [
        'Check the envelope sender domain for a typing error.',
        'Publish an MX or address record for it and wait until resolvers see it.',
        'Send again.',
      ],
      sources: [manual550],
      status: 'observed',
      matches: [
        { line: '550 5.1.8 <bounce@mail.example.net>: Sender address rejected: Domain not found', host },
        { line: '550 5.1.8 Domain of sender address does not exist (mx7.example.com)', host: enterprise },
      ],
      mustNotMatch: [{ line: '550 5.1.0 bounce@example.net sender rejected', host }],
    },
    {
      id: 'sender-without-domain',
      codes: ['550', '5.5.2'],
      text: ['Sender address rejected: need fully-qualified address'],
      needsHost: true,
      reason: 'dns.sender-address',
      meaning: 'The envelope sender is not a complete address: its domain part is missing or has no dot.',
      steps: ['Correct the envelope sender in the sending software to a full address such as name@example.net.'],
      sources: [manual550],
      status: 'observed',
      matches: [{ line: '550 5.5.2 <bounce@localhost>: Sender address rejected: need fully-qualified address', host }],
      mustNotMatch: [{ line: '550 5.1.8 <bounce@example.net>: Sender address rejected: Domain not found', host }],
    },
    {
      id: 'dmarc-policy',
      codes: ['550', '5.7.0'],
      text: ["Email rejected per sender's DMARC policy"],
      reason: 'auth.dmarc',
      meaning:
        'The From domain asks receivers to refuse mail that it has not authenticated, and this message was not authenticated for it.',
      steps: [
        'Sign the message with DKIM as the From domain, or use an envelope sender of that domain with passing SPF.',
        'If a service sends for you, enable its sender authentication for your domain.',
      ],
      sources: [manual550],
      status: 'observed',
      matches: ["550 5.7.0 Email rejected per sender's DMARC policy (mx7.example.com)"],
      mustNotMatch: ["550 5.7.1 Message rejected per sender's SPF policy"],
    },
    {
      id: 'marked-invalid-in-essentials',
      codes: ['550', '5.7.1'],
      text: ['User email address is marked as invalid'],
      reason: 'recipient.edge-blocked',
      meaning:
        'Proofpoint Essentials keeps this address on the organisation’s list of invalid ones. The list is learnt from traffic and can be out of date.',
      steps: [
        'Check the address for a typing error and confirm it with the person another way.',
        'If it is right, ask the recipient’s mail administrator to clear it from the SMTP discovery list or add the user.',
        'Hold mail to it meanwhile.',
      ],
      sources: [manual550, spambrella],
      status: 'observed',
      matches: ['550 5.7.1 <anna@example.com>: Recipient address rejected: User email address is marked as invalid.'],
      mustNotMatch: [
        '550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown',
        '550 5.7.1 <anna@example.com>: Recipient address rejected: Access denied',
      ],
    },
    {
      id: 'domain-not-served',
      codes: ['550', '554', '5.7.1'],
      text: ['Relaying denied', 'Relay access denied'],
      needsHost: true,
      reason: 'route.relay-denied',
      meaning:
        'Proofpoint does not serve the recipient domain, or your own server is not registered there for outgoing mail.',
      steps: [
        'Check where the MX records of the recipient domain point.',
        'If you send out through Proofpoint yourself, register the IP address of your server.',
        'Tell the recipient’s mail administrator when their MX records lead here.',
      ],
      sources: [manual550, manual554, spambrella],
      status: 'observed',
      matches: [
        { line: '550 5.7.1 Relaying denied (mx7.example.com)', host: enterprise },
        { line: '554 5.7.1 <anna@example.com>: Relay access denied', host },
      ],
      mustNotMatch: [{ line: '550 5.7.0 Local Policy Violation', host: enterprise }],
    },
    {
      id: 'dynamic-reputation',
      codes: ['550', '554', '5.7.0', '5.7.1'],
      text: [
        'prs.proofpoint.com',
        'ipcheck.proofpoint.com',
        'support.proofpoint.com/dnsbl-lookup',
        'refused by Proofpoint Reputation Services',
      ],
      anywhere: true,
      reason: 'reputation.ip-private',
      meaning:
        'The sending IP address is blocked by Proofpoint Dynamic Reputation, a list that many companies and some mailbox providers use.',
      steps: [
        'Find and stop whatever sends unwanted mail from this IP address.',
        'Look the address up on Proofpoint’s page and ask there for its release.',
        'Send again once it is clear.',
      ],
      link: 'https://ipcheck.proofpoint.com/',
      sources: [manual550, corpora, oldLookup],
      status: 'observed',
      matches: [
        '550 5.7.1 Service unavailable; client [192.0.2.25] blocked using prs.proofpoint.com',
        '554 5.7.0 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.25',
        '550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.25',
        {
          line: '554 5.7.1 Mail from 192.0.2.25 refused by Proofpoint Reputation Services.',
          host: 'gateway.example.com',
        },
      ],
      mustNotMatch: [
        '554 5.7.0 Reject, id=12345-06',
        '550 5.7.1 Service unavailable; client [192.0.2.25] blocked using Cloudmark Sender Intelligence',
      ],
    },
    {
      id: 'server-behind-out-of-resources',
      codes: ['452', '4.3.1'],
      text: ['Insufficient system resources'],
      needsHost: true,
      reason: 'host.disk-full',
      meaning: 'The organisation’s own mail server behind Proofpoint has run out of disk space or memory.',
      steps: ['Let the queue try again.', 'If it lasts more than a day, tell the recipient’s mail administrator.'],
      sources: [spambrella],
      status: 'observed',
      matches: [{ line: '452 4.3.1 Insufficient system resources', host }],
      mustNotMatch: [{ line: '452 4.5.3 Too many recipients', host }],
    },
    {
      id: 'sender-rejected',
      codes: ['5.1.0'],
      text: ['sender rejected'],
      needsHost: true,
      needsCode: true,
      reason: 'dns.sender-address',
      meaning:
        'The envelope sender was turned away. Behind it stands most often a listed IP address or an SPF record that leaves out the sending server.',
      steps: [
        'Check that SPF passes for the envelope sender.',
        'Look the sending IP address up on Proofpoint’s page and on the public blocklists.',
        'Ask the recipient’s mail administrator if both are clean.',
      ],
      sources: [spambrella],
      status: 'observed',
      matches: [{ line: '550 5.1.0 bounce@example.net sender rejected', host }],
      mustNotMatch: [{ line: '550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown', host }],
    },
    {
      id: 'filter-module-verdict',
      codes: ['554', '5.7.0'],
      text: ['Reject, id='],
      needsHost: true,
      weak: true,
      reason: 'policy.generic',
      meaning: 'A filter module refused the message and gives only its own number, not the cause.',
      steps: [
        'Send the whole reply with its number to the recipient’s mail administrator, who can look it up.',
        'Try a plainer version without attachments and links.',
      ],
      sources: [corpora],
      status: 'observed',
      matches: [{ line: '554 5.7.0 Reject, id=2k9xw7m3-1', host: enterprise }],
      mustNotMatch: [
        { line: '554 5.7.0 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.25', host: enterprise },
      ],
    },
    {
      id: 'local-policy-violation',
      codes: ['550', '5.7.0'],
      text: ['Local Policy Violation'],
      reason: 'policy.generic',
      meaning:
        'A rule of the organisation refused the connection or message. One known site uses these words for IP addresses on a blocklist, others for other rules.',
      steps: [
        'Look the sending IP address up on the public blocklists and on Proofpoint’s page.',
        'If it is clean, ask the recipient’s mail administrator which rule was met.',
      ],
      sources: [hunter],
      status: 'observed',
      matches: [{ line: '550 5.7.0 Local Policy Violation', host: enterprise }],
      mustNotMatch: [{ line: '550 5.7.1 Relaying denied (mx7.example.com)', host: enterprise }],
    },
  ],
});
