import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual = (file: string): Source => ({
  name: `ActiveCampaign/smtp-field-manual@67831a2 data/codes/${file}.json`,
  read: '2026-10',
  grade: 'measured',
});

export default define({
  name: 'ZeroSpam',
  kind: 'gateway',
  hosts: ['zerospam.ca'],
  marks: ['by ZEROSPAM'],
  entries: [
    {
      id: 'greylisted',
      codes: ['450', '4.2.0'],
      text: ['greylisted for # seconds by ZEROSPAM'],
      reason: 'rate.greylist',
      meaning: 'The filter puts off a first contact for a minute to see whether the sender comes back.',
      steps: ['Let the queue try again after a minute or more, from the same IP address.'],
      sources: [manual('450')],
      status: 'observed',
      matches: [
        '450 4.2.0 <anna@example.com>: Recipient address rejected: example.com greylisted for 60 seconds by ZEROSPAM',
      ],
      mustNotMatch: ['554 5.7.1 <anna@example.com>: Recipient address rejected: Not in recipient list'],
    },
    {
      id: 'not-in-recipient-list',
      codes: ['554', '5.7.1'],
      text: ['Recipient address rejected: Not in recipient list'],
      reason: 'recipient.unknown',
      meaning: 'The address is not among those that the organisation has registered with its filter.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [manual('554')],
      status: 'observed',
      matches: ['554 5.7.1 <anna@example.com>: Recipient address rejected: Not in recipient list'],
      mustNotMatch: [
        '554 5.7.1 <anna@example.com>: Recipient address rejected: Access denied',
        '450 4.2.0 <anna@example.com>: Recipient address rejected: example.com greylisted for 60 seconds by ZEROSPAM',
      ],
    },
  ],
});
