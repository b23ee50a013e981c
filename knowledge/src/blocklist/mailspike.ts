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
  name: 'Mailspike',
  kind: 'blocklist',
  marks: ['bl.mailspike.net', 'rep.mailspike.net', 'z.mailspike.net'],
  links: { delist: 'https://mailspike.io/ip_verify' },
  entries: [
    {
      id: 'listed-ip',
      codes: ['550', '554', '5.7.1'],
      text: [
        'bl.mailspike.net',
        'rep.mailspike.net',
        'mailspike.org/anubis',
        'mailspike.io/ip_verify',
        'z.mailspike.net',
      ],
      reason: 'reputation.ip-dnsbl',
      meaning: 'The sending IP address has a bad reputation at Mailspike or is part of a spam wave seen there.',
      steps: [
        'Look the IP address up at Mailspike and stop the cause.',
        'Ask for removal on the same page.',
        'Send again once it is clear.',
      ],
      link: 'https://mailspike.io/ip_verify',
      sources: [zones, belief],
      status: 'documented',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.mailspike.net',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using rep.mailspike.net',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using z.mailspike.net',
        '550 192.0.2.25 refused, see http://mailspike.org/anubis/lookup.html',
        '550 192.0.2.25 refused, see https://mailspike.io/ip_verify',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
