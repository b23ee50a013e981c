import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual550: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/550.json',
  read: '2026-10',
  grade: 'measured',
};
const manual554: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/554.json',
  read: '2026-10',
  grade: 'measured',
};
const faq: Source = {
  name: 'Trend Micro, FAQ about messages blocked by Email Reputation Services (1097055)',
  url: 'https://success.trendmicro.com/solution/1097055-frequently-asked-questions-faqs-about-messages-blocked-by-email-reputation-services-ers',
  read: '2026-10',
  grade: 'read',
};
const ers: Source = {
  name: 'server-recipe.com 3851 and a Virgin Media forum thread, replies with ERS-QIL; the former names ERS-DUL and ERS-RBL too',
  url: 'https://server-recipe.com/3851/',
  read: '2026-11',
  grade: 'read',
};

const lookup = 'https://www.ers.trendmicro.com/reputations/index';

export default define({
  name: 'Trend Micro Email Security',
  kind: 'gateway',
  hosts: ['trendmicro.com', 'trendmicro.eu'],
  links: { delist: lookup },
  entries: [
    {
      id: 'customer-reputation-list',
      codes: ['550', '5.7.1'],
      text: ['ERS-Customized-Block'],
      anywhere: true,
      reason: 'reputation.geo',
      meaning:
        'The recipient organisation has itself blocked the sending IP address, its network or its country in Trend Micro’s reputation settings.',
      steps: [
        'Ask the recipient’s mail administrator to take your IP address off their own block list.',
        'Hold mail for this organisation until then.',
      ],
      sources: [manual550],
      status: 'observed',
      matches: ['550 5.7.1 <anna@example.com>: Recipient address rejected: ERS-Customized-Block.'],
      mustNotMatch: ['554 5.7.1 <anna@example.com>: Recipient address rejected: ERS-QIL.'],
    },
    {
      id: 'sender-blocked',
      codes: ['554', '5.7.1'],
      text: ['BLOCK-SEND-ER'],
      anywhere: true,
      reason: 'policy.transport-rule',
      meaning: 'The recipient organisation has blocked this sender address or domain.',
      steps: ['Ask the recipient’s mail administrator to permit the sender.', 'Hold further mail until then.'],
      sources: [manual554],
      status: 'observed',
      matches: ['554 5.7.1 <anna@example.com>: Recipient address rejected: BLOCK-SEND-ER.'],
      mustNotMatch: ['554 5.7.1 <anna@example.com>: Recipient address rejected: BLOCK-RCPT.'],
    },
    {
      id: 'unknown-recipient',
      codes: ['554', '5.7.1'],
      text: ['Recipient address rejected: Invalid-Recipient'],
      anywhere: true,
      reason: 'recipient.unknown',
      meaning: 'The address is not in the directory that the organisation has given Trend Micro.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [manual554],
      status: 'observed',
      matches: ['554 5.7.1 <anna@example.com>: Recipient address rejected: Invalid-Recipient.'],
      mustNotMatch: [
        '554 5.7.1 <anna@example.com>: Recipient address rejected: NO-DOMAIN.',
        '554 5.7.1 <anna@example.com>: Recipient address rejected: BLOCK-SEND-ER.',
      ],
    },
    {
      id: 'domain-not-served',
      codes: ['554', '5.7.1'],
      text: ['Recipient address rejected: NO-DOMAIN'],
      anywhere: true,
      reason: 'route.no-mail-users',
      meaning: 'Trend Micro does not serve the recipient domain, although the mail was sent there.',
      steps: [
        'Check where the MX records of the recipient domain point.',
        'Tell the recipient’s mail administrator that the domain is not set up at Trend Micro.',
      ],
      sources: [manual554],
      status: 'observed',
      matches: ['554 5.7.1 <anna@example.com>: Recipient address rejected: NO-DOMAIN.'],
      mustNotMatch: ['554 5.7.1 <anna@example.com>: Recipient address rejected: Invalid-Recipient.'],
    },
    {
      id: 'recipient-blocked',
      codes: ['554', '5.7.1'],
      text: ['Recipient address rejected: BLOCK-RCPT'],
      anywhere: true,
      reason: 'policy.transport-rule',
      meaning: 'The organisation has barred mail to this recipient by a rule of its own. The mailbox may well exist.',
      steps: [
        'Ask the recipient’s mail administrator whether mail from outside may reach this address.',
        'Hold further mail to it until then.',
      ],
      sources: [manual554],
      status: 'observed',
      matches: ['554 5.7.1 <anna@example.com>: Recipient address rejected: BLOCK-RCPT.'],
      mustNotMatch: ['554 5.7.1 <anna@example.com>: Recipient address rejected: BLOCK-SEND-ER.'],
    },
    {
      id: 'quick-ip-list',
      codes: ['450', '554', '5.7.1', '4.7.1'],
      text: ['Recipient address rejected: ERS-QIL'],
      anywhere: true,
      reason: 'reputation.ip-private',
      meaning:
        'Trend Micro’s short-lived reputation list holds the sending IP address because of spam seen from it lately.',
      steps: [
        'Stop the source of unwanted mail behind the IP address.',
        'Look the address up at Trend Micro and ask for its removal.',
        'Let the queue try again; entries of this list expire by themselves.',
      ],
      link: lookup,
      sources: [ers],
      status: 'observed',
      matches: ['450 4.7.1 <anna@example.com>: Recipient address rejected: ERS-QIL.'],
      mustNotMatch: ['554 5.7.1 <anna@example.com>: Recipient address rejected: ERS-DUL.'],
    },
    {
      id: 'dial-up-list',
      codes: ['550', '554', '5.7.1'],
      text: ['Recipient address rejected: ERS-DUL'],
      anywhere: true,
      reason: 'reputation.dynamic-ip',
      meaning:
        'The sending IP address belongs to a range for home or dial-up lines that should not send mail directly.',
      steps: [
        'Send through the mail server of your provider or hosting company.',
        'If the address is a fixed server address, ask Trend Micro to correct its entry.',
      ],
      link: lookup,
      sources: [ers],
      status: 'observed',
      matches: ['554 5.7.1 <anna@example.com>: Recipient address rejected: ERS-DUL.'],
      mustNotMatch: ['554 5.7.1 <anna@example.com>: Recipient address rejected: ERS-RBL.'],
    },
    {
      id: 'real-time-list',
      codes: ['550', '554', '5.7.1'],
      text: [
        'Recipient address rejected: ERS-RBL',
        'blocked using Trend Micro RBL+',
        'refused by rbl-plus.mail-abuse.org',
      ],
      anywhere: true,
      reason: 'reputation.ip-dnsbl',
      meaning: 'The sending IP address is on RBL+, the standing blocklist of Trend Micro’s Email Reputation Services.',
      steps: [
        'Close open relays and stop the source of spam behind the IP address.',
        'Look the address up at Trend Micro and ask for its removal.',
      ],
      link: lookup,
      sources: [faq, ers],
      status: 'documented',
      matches: [
        '550 Service unavailable; Client host [192.0.2.25] blocked using Trend Micro RBL+. Please see http://www.mail-abuse.com/cgi-bin/lookup?ip_address=192.0.2.25',
        '550 Mail from 192.0.2.25 refused by rbl-plus.mail-abuse.org. Please refer to http://mail-abuse.org/rbl+ for an explanation',
        '554 5.7.1 <anna@example.com>: Recipient address rejected: ERS-RBL.',
      ],
      mustNotMatch: [
        '450 4.7.1 <anna@example.com>: Recipient address rejected: ERS-QIL.',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net',
      ],
    },
  ],
});
