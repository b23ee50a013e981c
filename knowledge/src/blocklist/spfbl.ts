import type { Source } from '../define.ts';
import { define } from '../define.ts';

const zones: Source = {
  name: 'Zone name seen in public code; removal page and meaning are belief',
  read: '2026-10',
  grade: 'believed',
};

export default define({
  name: 'SPFBL',
  kind: 'blocklist',
  marks: ['dnsbl.spfbl.net', 'spfbl.net'],
  links: { delist: 'https://spfbl.net/' },
  entries: [
    {
      id: 'listed',
      codes: ['550', '554', '5.7.1'],
      text: ['dnsbl.spfbl.net', 'spfbl.net', '[SPFBL] blocked'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending IP address or its domain has a bad standing at SPFBL, which is strict about reverse names and SPF.',
      steps: [
        'Set a reverse name that resolves back to the IP address, and an SPF record for the sender domain.',
        'Ask for removal at SPFBL.',
        'Send again once it is clear.',
      ],
      link: 'https://spfbl.net/',
      sources: [zones],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl.spfbl.net',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using spfbl.net',
        '550 5.7.1 [SPFBL] blocked. See https://spfbl.net/en/feedback',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
