import type { Source } from '../define.ts';
import { define } from '../define.ts';

const anymail: Source = {
  name: 'anymail/django-anymail tests/test_resend_webhooks.py',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'Resend',
  kind: 'sending-platform',
  hosts: ['resend.com', 'resend.dev'],
  links: { documentation: 'https://resend.com/docs' },
  entries: [
    {
      id: 'suppressed',
      text: ['Resend has suppressed sending to this address'],
      anywhere: true,
      reason: 'suppressed.by-esp',
      meaning: 'Resend never tried: the address is on the suppression list after an earlier bounce or complaint.',
      steps: [
        'Stop mailing the address.',
        'Only if the person confirms it another way, remove it from the suppression list and send again.',
      ],
      sources: [anymail],
      status: 'observed',
      matches: ['Resend has suppressed sending to this address because it is on the account-level suppression list.'],
      mustNotMatch: ['550 5.1.1 Amazon SES has suppressed sending to this address'],
    },
  ],
});
