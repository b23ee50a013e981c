import type { Source } from '../define.ts';
import { define } from '../define.ts';

const zones: Source = {
  name: 'Zone name seen in public code; removal page and meaning are belief',
  read: '2026-10',
  grade: 'believed',
};

export default define({
  name: 'Suomispam',
  kind: 'blocklist',
  marks: ['bl.suomispam.net', 'suomispam.net'],
  links: { delist: 'https://suomispam.net/' },
  entries: [
    {
      id: 'listed',
      codes: ['550', '554', '5.7.1'],
      text: ['bl.suomispam.net', 'suomispam.net'],
      reason: 'reputation.ip-dnsbl',
      meaning: 'The sending IP address is on Suomispam, a list of senders of Finnish spam.',
      steps: [
        'Stop mail to people who did not ask for it.',
        'Ask Suomispam for removal.',
        'Send again once it is clear.',
      ],
      link: 'https://suomispam.net/',
      sources: [zones],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.suomispam.net',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using suomispam.net',
        '550 Refused, see https://suomispam.net/',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
