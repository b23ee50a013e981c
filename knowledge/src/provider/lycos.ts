import type { Source } from '../define.ts';
import { define } from '../define.ts';

const faq: Source = {
  name: 'sitepackage.de, typische Fehlermeldungen (search excerpt)',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'Lycos Europe',
  kind: 'mailbox-provider',
  hosts: ['lycos.de'],
  entries: [
    {
      id: 'account-closed',
      codes: ['550'],
      text: ['Account Closed'],
      needsHost: true,
      reason: 'recipient.disabled',
      meaning: 'The mailbox has been closed.',
      steps: ['Stop mailing the address.', 'Ask the person for another address: this mail service has ended.'],
      sources: [faq],
      status: 'observed',
      matches: [{ line: '550 <ann@example.com>: Account Closed', host: 'mx.lycos.de' }],
      mustNotMatch: [{ line: '421 Connection closed', host: 'mx.lycos.de' }],
    },
  ],
});
