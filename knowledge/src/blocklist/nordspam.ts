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
  name: 'NordSpam',
  kind: 'blocklist',
  marks: ['bl.nordspam.com', 'nordspam.com'],
  links: { delist: 'https://www.nordspam.com/' },
  entries: [
    {
      id: 'listed',
      codes: ['550', '554', '5.7.1'],
      text: ['bl.nordspam.com', 'nordspam.com'],
      reason: 'reputation.ip-dnsbl',
      meaning: 'The sending IP address or domain is on NordSpam, a list of Nordic spam senders.',
      steps: [
        'Stop mail to people who did not ask for it.',
        'Look the address up at NordSpam and ask for removal.',
        'Send again once it is clear.',
      ],
      link: 'https://www.nordspam.com/',
      sources: [zones, belief],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.nordspam.com',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using nordspam.com',
        '550 Refused, see https://www.nordspam.com/removal/',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
