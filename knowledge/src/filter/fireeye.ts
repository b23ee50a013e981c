import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/550.json',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'Trellix Email Security (FireEye ETP)',
  kind: 'gateway',
  hosts: ['fireeyecloud.com'],
  entries: [
    {
      id: 'dmarc-failed',
      codes: ['550', '5.7.26'],
      text: ['ETP205 DMARC Failure', 'ETP205'],
      anywhere: true,
      reason: 'auth.dmarc',
      meaning:
        'The From domain asks for unauthenticated mail to be refused, and the gateway found neither SPF nor DKIM passing for that domain.',
      steps: [
        'Sign the message with DKIM as the From domain, or use an envelope sender of that domain with passing SPF.',
        'If the mail was forwarded on its way, have the forwarder sign it or keep the envelope intact.',
      ],
      sources: [manual],
      status: 'observed',
      matches: ['550 5.7.26 <anna@example.com>: ETP205 DMARC Failure for domain example.net'],
      mustNotMatch: ['550 5.7.1 <anna@example.com>: SPF check failed for domain example.net'],
    },
  ],
});
