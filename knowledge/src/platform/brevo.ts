import type { Source } from '../define.ts';
import { define } from '../define.ts';

const anymail: Source = {
  name: 'anymail/django-anymail tests/test_brevo_webhooks.py',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'Brevo (Sendinblue)',
  kind: 'sending-platform',
  hosts: ['sendinblue.com', 'mailin.fr', 'brevo.com'],
  links: { documentation: 'https://developers.brevo.com/docs/transactional-webhooks' },
  entries: [
    {
      id: 'blocked-contact',
      text: ['due to blacklist user'],
      anywhere: true,
      reason: 'suppressed.by-esp',
      meaning:
        'Brevo never tried: the contact is blocked in your account after a hard bounce, a complaint or an unsubscription, or by hand.',
      steps: [
        'Look up the contact among the blocked contacts of your account to see why.',
        'Unblock it only if the person confirms the address another way; never after a complaint or unsubscription.',
      ],
      sources: [anymail],
      status: 'observed',
      matches: ['blocked : due to blacklist user'],
      mustNotMatch: ['550 5.7.1 blocked due to blacklist of the sending IP'],
    },
    {
      id: 'no-mail-host',
      text: ['Unable to find MX of domain'],
      anywhere: true,
      reason: 'recipient.domain-unknown',
      action: 'hold',
      meaning: 'Brevo found no mail server for the recipient’s domain.',
      steps: [
        'Check the part after the @ for a typing error.',
        'Look the domain up once more on another day; if it still has no mail server, stop mailing it.',
      ],
      sources: [anymail],
      status: 'observed',
      matches: ['undefined Unable to find MX of domain nomail.example.com'],
      mustNotMatch: ['450 4.1.8 sender rejected: no MX of domain example.net'],
    },
  ],
});
