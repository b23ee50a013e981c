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
  name: 'Passive Spam Block List (PSBL)',
  kind: 'blocklist',
  marks: ['psbl.surriel.com'],
  links: { delist: 'https://psbl.org/' },
  entries: [
    {
      id: 'listed-ip',
      codes: ['550', '554', '5.7.1'],
      text: ['psbl.surriel.com', 'psbl.org/listing', 'surriel.com/listing'],
      reason: 'reputation.ip-dnsbl',
      meaning: 'The sending IP address has sent mail to spam traps of the Passive Spam Block List.',
      steps: [
        'Stop the cause, most often bought or very old addresses on your list.',
        'Remove the IP address yourself on the PSBL page.',
        'Send again once it is clear.',
      ],
      link: 'https://psbl.org/',
      sources: [zones, belief],
      status: 'documented',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using psbl.surriel.com; Listed in PSBL, see http://psbl.org/listing?ip=192.0.2.25',
        '550 Refused, see http://psbl.surriel.com/listing?ip=192.0.2.25',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
