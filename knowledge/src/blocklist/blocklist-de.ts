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
  name: 'blocklist.de',
  kind: 'blocklist',
  marks: ['bl.blocklist.de'],
  links: { delist: 'https://www.blocklist.de/en/delist.html' },
  entries: [
    {
      id: 'listed',
      codes: ['550', '554', '5.7.1'],
      text: ['bl.blocklist.de', 'blocklist.de/en/'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending IP address was reported for attacks such as password guessing, often a sign of a machine that has been broken into.',
      steps: [
        'Look the IP address up at blocklist.de, find the machine and clean it.',
        'Remove the entry there or wait two days without new reports.',
        'Send again once it is clear.',
      ],
      link: 'https://www.blocklist.de/en/delist.html',
      sources: [zones, belief],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.blocklist.de',
        '550 192.0.2.25 refused, see https://www.blocklist.de/en/view.html?ip=192.0.2.25',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
