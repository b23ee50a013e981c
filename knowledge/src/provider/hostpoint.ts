import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/550.json',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'Hostpoint',
  kind: 'mailbox-provider',
  hosts: ['hostpoint.ch'],
  entries: [
    {
      id: 'spf-check-failed',
      codes: ['550', '5.0.0'],
      text: ['SPF-check failed', 'SPF-check failed: * allow sending mails from'],
      reason: 'auth.spf',
      meaning: 'The SPF record of the sender domain does not allow the server that delivered the message.',
      steps: [
        'Add the sending server or service to the SPF record of the return-path domain.',
        'Have forwarders rewrite the sender address.',
      ],
      sources: [manual],
      status: 'observed',
      matches: [
        {
          line: "550-SPF-check failed: 550 example.net doesn't allow sending mails from 192.0.2.44",
          host: 'mx1.mail.hostpoint.ch',
        },
      ],
      mustNotMatch: [{ line: '550 5.1.8 Sender address rejected: Domain not found', host: 'mx1.mail.hostpoint.ch' }],
    },
  ],
});
