import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};
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
  name: 'SpamCop',
  kind: 'blocklist',
  marks: ['bl.spamcop.net'],
  links: { delist: 'https://www.spamcop.net/bl.shtml' },
  entries: [
    {
      id: 'listed-ip',
      codes: ['550', '554', '5.7.1'],
      text: ['bl.spamcop.net', 'spamcop.net/bl.shtml', 'spamcop.net/w3m?action=checkblock'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending IP address is on the SpamCop list, because recipients or spam traps have reported mail from it within the last day or so.',
      steps: [
        'Look the IP address up at SpamCop and stop what was reported.',
        'Wait: the entry goes by itself about a day after the last report.',
        'Send again once it is clear.',
      ],
      link: 'https://www.spamcop.net/bl.shtml',
      sources: [sisimai, zones, belief],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net; Blocked - see https://www.spamcop.net/bl.shtml?192.0.2.25',
        '550 192.0.2.25 is in a black list, see http://www.spamcop.net/w3m?action=checkblock&ip=192.0.2.25',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using zen.spamhaus.org'],
    },
  ],
});
