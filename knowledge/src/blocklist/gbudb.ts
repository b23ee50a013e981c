import type { Source } from '../define.ts';
import { define } from '../define.ts';

const zones: Source = {
  name: 'https://tamingdns.com/rbl and public code; meaning is belief',
  url: 'https://tamingdns.com/rbl',
  read: '2026-10',
  grade: 'believed',
};

export default define({
  name: 'GBUdb Truncate',
  kind: 'blocklist',
  marks: ['truncate.gbudb.net'],
  links: { delist: 'https://www.gbudb.com/' },
  entries: [
    {
      id: 'listed',
      codes: ['550', '554', '5.7.1'],
      text: ['truncate.gbudb.net', 'gbudb.com/truncate'],
      reason: 'reputation.ip-dnsbl',
      meaning: 'Nearly everything that came from the sending IP address lately was spam in the eyes of this list.',
      steps: [
        'Stop the source of unwanted mail behind the IP address.',
        'Wait: the entry goes by itself once clean mail prevails.',
        'Send again once it is clear.',
      ],
      link: 'https://www.gbudb.com/',
      sources: [zones],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using truncate.gbudb.net',
        '550 192.0.2.25 refused, see http://www.gbudb.com/truncate/',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
