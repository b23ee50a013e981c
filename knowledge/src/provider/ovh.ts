import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sample: Source = {
  name: 'Bounce in the tests of a public repository, filerz of mgra1.mail.ovh.net',
  read: '2026-11',
  grade: 'read',
};
const event: Source = {
  name: 'Bounce event in the tests of a public repository, mx1.mail.ovh.net',
  read: '2026-11',
  grade: 'read',
};
const mx = 'mx1.mail.ovh.net';

export default define({
  name: 'OVHcloud',
  kind: 'mailbox-provider',
  hosts: [
    'mx0.mail.ovh.net',
    'mx1.mail.ovh.net',
    'mx2.mail.ovh.net',
    'mx3.mail.ovh.net',
    'mx4.mail.ovh.net',
    'mgra1.mail.ovh.net',
  ],
  links: {
    documentation:
      'https://help.ovhcloud.com/csm/en-mx-plan-email-diagnosis?id=kb_article_view&sysparm_article=KB0051869',
  },
  entries: [
    {
      id: 'mailbox-full',
      codes: ['550'],
      text: ['sorry, user over quota ['],
      reason: 'recipient.over-quota',
      meaning: "The recipient's mailbox is full. OVH sends the code of an unknown address with it, so go by the words.",
      steps: ['Try again after some days.', 'Pause the address when it stays full for weeks.'],
      sources: [sample],
      status: 'observed',
      matches: ['550 sorry, user over quota [mx1] (#5.1.1)'],
      mustNotMatch: ['550 sorry, no mailbox here by that name. (#5.1.1)'],
    },
    {
      id: 'no-such-account',
      codes: ['550', '5.1.1'],
      text: ['Recipient address rejected: User unknown'],
      needsHost: true,
      reason: 'recipient.unknown',
      meaning: 'OVH has no mailbox under this address.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [event],
      status: 'observed',
      matches: [{ line: '550 5.1.1 <ann@example.com>: Recipient address rejected: User unknown', host: mx }],
      mustNotMatch: [{ line: '550 sorry, user over quota [mx1] (#5.1.1)', host: mx }],
    },
  ],
});
