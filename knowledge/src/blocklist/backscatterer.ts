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
  name: 'Backscatterer',
  kind: 'blocklist',
  marks: ['ips.backscatterer.org'],
  links: { delist: 'https://www.backscatterer.org/' },
  entries: [
    {
      id: 'listed',
      codes: ['550', '554', '5.7.1'],
      text: ['ips.backscatterer.org', 'backscatterer.org/?target'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending server has bounced or probed forged mail back to people who never wrote it. The list is meant only for mail with an empty sender; some servers refuse all mail by it.',
      steps: [
        'Refuse unwanted mail during the SMTP dialogue instead of sending bounces later, and switch off sender call-outs.',
        'Wait: the entry goes by itself four weeks after the last hit. There is no need to pay.',
        'Send again once it is clear.',
      ],
      link: 'https://www.backscatterer.org/',
      sources: [zones, belief],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using ips.backscatterer.org',
        '550 192.0.2.25 refused, see http://www.backscatterer.org/?target=test&ip=192.0.2.25',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
