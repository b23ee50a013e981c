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
  name: 'SURBL',
  kind: 'blocklist',
  marks: ['multi.surbl.org'],
  links: { delist: 'https://www.surbl.org/surbl-analysis' },
  entries: [
    {
      id: 'link-listed',
      codes: ['550', '554', '5.7.1'],
      text: ['multi.surbl.org', 'surbl.org/surbl-analysis', 'listed on SURBL', '.surbl.org'],
      reason: 'content.url',
      meaning: 'A domain that is linked in the message is on SURBL, a list of sites seen in spam, phishing or malware.',
      steps: [
        'Look up every linked domain at SURBL, tracking and shortener links included.',
        'Replace the listed link, or clean the site and ask for removal there.',
        'Send again once it is clear.',
      ],
      link: 'https://www.surbl.org/surbl-analysis',
      sources: [zones, belief],
      status: 'documented',
      matches: [
        '554 5.7.1 Message rejected: shop.example.net is listed in multi.surbl.org',
        '550 5.7.1 Blocked, see https://www.surbl.org/surbl-analysis?d=shop.example.net',
        '554 URL listed on SURBL',
        '550 Blocked by ph.surbl.org',
      ],
      mustNotMatch: [
        '554 5.7.1 Message rejected: URL listed on URIBL',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net',
      ],
    },
  ],
});
