import type { Source } from '../define.ts';
import { define } from '../define.ts';

const support: Source = {
  name: 'SparkPost documentation repository, “554 5.7.1 - Recipient address was suppressed due to customer policy” and “… system policy” (02/08/2020)',
  url: 'https://support.sparkpost.com/',
  read: '2026-11',
  grade: 'read',
};
const momentum: Source = {
  name: 'SparkPost Momentum documentation, table of internal responses and the option never_retry',
  read: '2026-11',
  grade: 'read',
};
const anymail: Source = {
  name: 'anymail/django-anymail tests/test_sparkpost_webhooks.py',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'SparkPost (Bird)',
  kind: 'sending-platform',
  hosts: ['sparkpostmail.com', 'sparkpostmail1.com', 'sparkpostmail2.com'],
  links: { documentation: 'https://developers.sparkpost.com/api/suppression-list/' },
  entries: [
    {
      id: 'suppressed',
      codes: ['554', '5.7.1'],
      text: [
        'recipient address was suppressed due to customer policy',
        'recipient address was suppressed due to system policy',
        'recipient address suppressed due to customer policy',
        'recipient address suppressed due to system policy',
      ],
      anywhere: true,
      reason: 'suppressed.by-esp',
      meaning:
        'SparkPost never tried: the address is on your suppression list or on its own after a bounce, a complaint or an unsubscription.',
      steps: [
        'Look up in the suppression list why the address is there.',
        'Leave it off after a complaint or unsubscription; after a bounce, remove the entry only if the person confirms the address another way.',
      ],
      sources: [support],
      status: 'documented',
      matches: [
        '554 5.7.1 [internal] recipient address was suppressed due to customer policy',
        '554 5.7.1 recipient address was suppressed due to system policy (Bounce Rule)',
        '554 5.7.1 recipient address suppressed due to customer policy',
        '554 5.7.1 recipient address suppressed due to system policy',
      ],
      mustNotMatch: ['550 5.7.1 [internal] discarded by policy'],
    },
    {
      id: 'discarded-by-policy',
      codes: ['550', '5.7.1'],
      text: ['[internal] discarded by policy'],
      anywhere: true,
      reason: 'reputation.tenant-restricted',
      meaning:
        'The sending platform dropped the message itself by a rule of its own. The recipient’s server was never asked.',
      steps: ['Ask your sending platform which rule dropped the message.', 'Leave the address as it is.'],
      sources: [momentum],
      status: 'documented',
      matches: ['550 5.7.1 [internal] discarded by policy'],
      mustNotMatch: ['550 5.7.1 Message rejected due to local policy'],
    },
    {
      id: 'gave-up-after-retries',
      codes: ['554', '5.4.7'],
      text: ['exceeded max time without delivery', 'exceeded max retries without delivery'],
      anywhere: true,
      reason: 'route.expired',
      meaning:
        'The sending platform tried as often and as long as it may and could not deliver. The address itself was not refused.',
      steps: ['Look in the log for the temporary refusals that came before, and act on those.', 'Send again later.'],
      sources: [momentum],
      status: 'documented',
      matches: [
        '554 5.4.7 [internal] exceeded max time without delivery',
        '554 5.4.7 [internal] exceeded max retries without delivery',
      ],
      mustNotMatch: ['smtp; 550 4.4.7 Message expired: unable to deliver in 840 minutes.'],
    },
    {
      id: 'connection-closed-by-remote',
      codes: ['4.4.2'],
      text: ['[internal] connection closed by remote host'],
      anywhere: true,
      reason: 'route.dropped',
      meaning: 'The recipient’s server closed the connection in the middle of the dialogue.',
      steps: ['Let the platform try again.'],
      sources: [momentum],
      status: 'documented',
      matches: ['451 4.4.2 [internal] connection closed by remote host'],
      mustNotMatch: ['554 5.4.7 [internal] exceeded max time without delivery'],
    },
    {
      id: 'no-mail-host',
      codes: ['454', '4.4.4'],
      text: ['[internal] no MX or A for domain'],
      anywhere: true,
      reason: 'recipient.domain-unknown',
      action: 'hold',
      meaning: 'The platform found neither a mail server nor an address record for the recipient’s domain.',
      steps: [
        'Check the part after the @ for a typing error.',
        'Look the domain up once more on another day; if it still has no records, stop mailing it.',
      ],
      sources: [anymail],
      status: 'observed',
      matches: ['454 4.4.4 [internal] no MX or A for domain'],
      mustNotMatch: ['450 4.1.8 sender domain has no MX or A record'],
    },
    {
      id: 'template-broken',
      codes: ['554', '5.3.3'],
      text: ['[internal] Error while rendering part'],
      anywhere: true,
      reason: 'content.not-rfc',
      owner: 'sender',
      meaning:
        'The platform could not build the message from your template, for instance because a placeholder is wrong or data are missing.',
      steps: ['Correct the template or the data that fill it.', 'Send again.'],
      sources: [anymail],
      status: 'observed',
      matches: ['554 5.3.3 [internal] Error while rendering part html: line 4: substitution value not found'],
      mustNotMatch: ['554 5.3.4 Message too big'],
    },
  ],
});
