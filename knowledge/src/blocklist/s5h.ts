import type { Source } from '../define.ts';
import { define } from '../define.ts';

const zones: Source = {
  name: 'Zone as rspamd@eaac8e914 conf/modules.d/rbl.conf and a public DNSBL client checked on 2026-10-08 use it',
  read: '2026-10',
  grade: 'read',
};
/** Zone sources tell that a list is in use and what it lists; removal pages and periods are not in them. */
const belief: Source = {
  name: 'Removal page, periods and purpose of the list: general knowledge',
  read: '2026-10',
  grade: 'believed',
};

export default define({
  name: 's5h.net',
  kind: 'blocklist',
  marks: ['all.s5h.net'],
  links: { delist: 'https://www.s5h.net/rbl' },
  entries: [
    {
      id: 'listed',
      codes: ['550', '554', '5.7.1'],
      text: ['all.s5h.net', 's5h.net/rbl'],
      reason: 'reputation.ip-dnsbl',
      meaning: 'The sending IP address is on the small private list of s5h.net.',
      steps: ['Look the IP address up at s5h.net and ask for removal there.', 'Send again once it is clear.'],
      link: 'https://www.s5h.net/rbl',
      sources: [zones, belief],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using all.s5h.net',
        '550 Refused, see https://www.s5h.net/rbl',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
