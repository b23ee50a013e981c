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
  name: 'DroneBL',
  kind: 'blocklist',
  marks: ['dnsbl.dronebl.org'],
  links: { delist: 'https://dronebl.org/lookup' },
  entries: [
    {
      id: 'listed',
      codes: ['550', '554', '5.7.1'],
      text: ['dnsbl.dronebl.org', 'dronebl.org/lookup'],
      reason: 'reputation.ip-dnsbl',
      meaning: 'The sending IP address was seen as an open proxy, an infected machine or another misused host.',
      steps: [
        'Look the IP address up at DroneBL, find the misused machine and clean it.',
        'Ask for removal on the same page.',
        'Send again once it is clear.',
      ],
      link: 'https://dronebl.org/lookup',
      sources: [zones, belief],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl.dronebl.org',
        '550 192.0.2.25 refused, see https://dronebl.org/lookup?ip=192.0.2.25',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
