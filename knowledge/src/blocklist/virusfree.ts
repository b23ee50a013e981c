import type { Source } from '../define.ts';
import { define } from '../define.ts';

const zones: Source = { name: 'rspamd@eaac8e914 conf/modules.d/rbl.conf', read: '2026-10', grade: 'read' };
/** Zone sources tell that a list is in use and what it lists; removal pages and periods are not in them. */
const belief: Source = {
  name: 'Removal page, periods and purpose of the list: general knowledge',
  read: '2026-10',
  grade: 'believed',
};

export default define({
  name: 'VirusFree BIP',
  kind: 'blocklist',
  marks: ['bip.virusfree.cz'],
  links: { delist: 'https://www.virusfree.cz/' },
  entries: [
    {
      id: 'listed',
      codes: ['550', '554', '5.7.1'],
      text: ['bip.virusfree.cz'],
      reason: 'reputation.ip-dnsbl',
      meaning: 'VirusFree takes the sending IP address for part of a botnet.',
      steps: [
        'Find and clean the infected machine behind the IP address.',
        'Ask VirusFree for removal.',
        'Send again once it is clear.',
      ],
      link: 'https://www.virusfree.cz/',
      sources: [zones, belief],
      status: 'observed',
      matches: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bip.virusfree.cz'],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
