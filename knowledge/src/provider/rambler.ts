import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual540: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/540.json',
  read: '2026-10',
  grade: 'measured',
};
const manual554: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/554.json',
  read: '2026-10',
  grade: 'measured',
};
const manual452: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/452.json',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'Rambler',
  kind: 'mailbox-provider',
  hosts: ['rambler.ru'],
  domains: ['rambler.ru', 'lenta.ru', 'myrambler.ru', 'autorambler.ru', 'ro.ru'],
  entries: [
    {
      id: 'mailbox-inactive',
      codes: ['540'],
      text: ['recipient address rejected: Inactive'],
      needsCode: true,
      anywhere: true,
      reason: 'recipient.disabled',
      meaning: 'The mailbox has lain unused so long that Rambler switched it off.',
      steps: ['Stop mailing the address.', 'Take it back only when the person asks for it.'],
      sources: [manual540],
      status: 'observed',
      matches: [{ line: '540 5.7.1 <ann@example.com>: recipient address rejected: Inactive', host: 'inmx.rambler.ru' }],
      mustNotMatch: [
        { line: '540 5.7.1 <ann@example.com>: recipient address rejected: Blocked', host: 'inmx.rambler.ru' },
      ],
    },
    {
      id: 'mailbox-blocked',
      codes: ['540'],
      text: ['recipient address rejected: Blocked'],
      needsCode: true,
      anywhere: true,
      reason: 'recipient.disabled',
      action: 'hold',
      meaning: 'Rambler has blocked the mailbox. It does not say for how long, or why.',
      steps: ['Pause the address.', 'Ask the person for another address if you know them.'],
      sources: [manual540],
      status: 'observed',
      matches: [{ line: '540 5.7.1 <ann@example.com>: recipient address rejected: Blocked', host: 'inmx.rambler.ru' }],
      mustNotMatch: [
        { line: '540 5.7.1 <ann@example.com>: recipient address rejected: Inactive', host: 'inmx.rambler.ru' },
      ],
    },
    {
      id: 'spam-rejected',
      codes: ['554', '5.7.1'],
      text: ['Spam message rejected; If this is not spam contact abuse'],
      reason: 'content.spam',
      meaning: 'The filter of Rambler took the message for spam.',
      steps: [
        'Cut links and wording down until a test passes.',
        'Check that SPF, DKIM and DMARC pass.',
        'Write to the abuse address that the reply names.',
      ],
      sources: [manual554],
      status: 'observed',
      matches: [
        {
          line: '554 5.7.1 Spam message rejected; If this is not spam contact abuse at rambler-co.ru',
          host: 'inmx.rambler.ru',
        },
      ],
      mustNotMatch: ['550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=AbCdEf'],
    },
    {
      id: 'rate-limit',
      codes: ['452', '4.5.3'],
      text: ['rate limit exceeded'],
      needsHost: true,
      reason: 'rate.messages',
      meaning: 'More mail came than Rambler takes from you in this time.',
      steps: ['Keep the mail queued.', 'Spread the mailing over more hours.'],
      sources: [manual452],
      status: 'observed',
      matches: [{ line: '452 4.5.3 <ann@example.com>: rate limit exceeded', host: 'inmx.rambler.ru' }],
      mustNotMatch: [
        {
          line: '554 5.7.1 Spam message rejected; If this is not spam contact abuse at rambler-co.ru',
          host: 'inmx.rambler.ru',
        },
      ],
    },
  ],
});
