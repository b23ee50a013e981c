import type { Source } from '../define.ts';
import { define } from '../define.ts';

const zones: Source = {
  name: 'Zone name seen in public code; removal page and meaning are belief',
  read: '2026-10',
  grade: 'believed',
};

export default define({
  name: 'InterServer RBL',
  kind: 'blocklist',
  marks: ['rbl.interserver.net', 'rblmon.interserver.net'],
  links: { delist: 'https://rbl.interserver.net/' },
  entries: [
    {
      id: 'listed',
      codes: ['550', '554', '5.7.1'],
      text: ['rbl.interserver.net', 'rblmon.interserver.net'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending IP address is on the blocklist that the hosting company InterServer keeps from its own spam traps.',
      steps: [
        'Stop the source of unwanted mail behind the IP address.',
        'Look it up at InterServer and ask for removal.',
        'Send again once it is clear.',
      ],
      link: 'https://rbl.interserver.net/',
      sources: [zones],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using rbl.interserver.net',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using rblmon.interserver.net',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
