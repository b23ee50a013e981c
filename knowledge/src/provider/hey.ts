import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/550.json',
  read: '2026-10',
  grade: 'measured',
};
const mx = 'home-mx.app.hey.com';

export default define({
  name: 'HEY',
  kind: 'mailbox-provider',
  hosts: ['app.hey.com'],
  domains: ['hey.com'],
  entries: [
    {
      id: 'no-such-account',
      codes: ['550', '5.1.1'],
      text: ['Recipient address rejected: User unknown'],
      needsHost: true,
      reason: 'recipient.unknown',
      meaning: 'HEY has no mailbox under this address.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [manual],
      status: 'observed',
      matches: [{ line: '550 5.1.1 <ann@example.com>: Recipient address rejected: User unknown', host: mx }],
      mustNotMatch: [{ line: '554 5.7.1 <ann@example.com>: Recipient address rejected: Access denied', host: mx }],
    },
  ],
});
