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
  name: '0Spam',
  kind: 'blocklist',
  marks: ['bl.0spam.org', '0spam.org'],
  links: { delist: 'https://0spam.org/' },
  entries: [
    {
      id: 'listed',
      codes: ['550', '554', '5.7.1'],
      text: ['bl.0spam.org', '0spam.org'],
      reason: 'reputation.ip-dnsbl',
      meaning: 'The sending IP address is on the 0Spam list of spam sources.',
      steps: [
        'Stop the source of unwanted mail behind the IP address.',
        'Look it up at 0Spam and ask for removal.',
        'Send again once it is clear.',
      ],
      link: 'https://0spam.org/',
      sources: [zones, belief],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.0spam.org',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using 0spam.org',
        '550 Refused, see https://0spam.org/',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
