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
  name: 'Spam Eating Monkey',
  kind: 'blocklist',
  marks: ['bl.spameatingmonkey.net', 'spameatingmonkey.com'],
  links: { delist: 'https://spameatingmonkey.com/' },
  entries: [
    {
      id: 'listed',
      codes: ['550', '554', '5.7.1'],
      text: ['bl.spameatingmonkey.net', 'spameatingmonkey.com', '.spameatingmonkey.net'],
      reason: 'reputation.ip-dnsbl',
      meaning: 'The sending IP address or a domain of the mail has hit spam traps of Spam Eating Monkey.',
      steps: [
        'Stop the cause, most often bought or very old addresses on your list.',
        'Look the address up there; entries expire by themselves.',
        'Send again once it is clear.',
      ],
      link: 'https://spameatingmonkey.com/',
      sources: [zones, belief],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spameatingmonkey.net',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using spameatingmonkey.com',
        '550 Refused, see https://spameatingmonkey.com/lookup/192.0.2.25',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
