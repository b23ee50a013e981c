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
  name: 'Validity Sender Score',
  kind: 'blocklist',
  marks: ['bl.score.senderscore.com', 'senderscore.org'],
  links: { delist: 'https://senderscore.org/' },
  entries: [
    {
      id: 'listed',
      codes: ['550', '554', '5.7.1'],
      text: ['bl.score.senderscore.com', 'senderscore.org'],
      reason: 'reputation.ip-dnsbl',
      meaning: 'The sending IP address has a low Sender Score at Validity.',
      steps: [
        'Look the IP address up at Sender Score to see what lowers it.',
        'Mend it: complaints, unknown addresses, spam traps, missing authentication.',
        'Send less until the score recovers.',
      ],
      link: 'https://senderscore.org/',
      sources: [zones, belief],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.score.senderscore.com',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using senderscore.org',
        '550 5.7.1 192.0.2.25 refused, see https://senderscore.org/',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
