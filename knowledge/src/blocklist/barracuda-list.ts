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
  name: 'Barracuda Reputation Block List (BRBL)',
  kind: 'blocklist',
  marks: ['b.barracudacentral.org', 'bb.barracudacentral.org'],
  links: { delist: 'https://www.barracudacentral.org/rbl/removal-request' },
  entries: [
    {
      id: 'listed-ip',
      codes: ['550', '554', '5.7.1'],
      text: [
        'b.barracudacentral.org',
        'bb.barracudacentral.org',
        'barracudacentral.org/rbl',
        'barracudacentral.org/lookups',
        'barracudacentral.org/reputation',
        'Email blocked by * .barracudacentral.org',
      ],
      reason: 'reputation.ip-dnsbl',
      meaning: 'The sending IP address is on the Barracuda blocklist, which anybody may query and many servers do.',
      steps: [
        'Stop the source of unwanted mail behind the IP address.',
        'Ask for removal at Barracuda Central, giving a reason; an answer comes within a day as a rule.',
        'Send again once it is clear.',
      ],
      link: 'https://www.barracudacentral.org/rbl/removal-request',
      sources: [sisimai, zones, belief],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using b.barracudacentral.org',
        '550 Email blocked by bb.barracudacentral.org - see http://www.barracudacentral.org/rbl/removal-request',
        '550 192.0.2.25 refused: http://www.barracudacentral.org/lookups/lookup-reputation?ip_address=192.0.2.25',
        '550 192.0.2.25 refused: https://www.barracudacentral.org/reputation?pr=1&ip=192.0.2.25',
      ],
      mustNotMatch: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net',
        '550 Service unavailable; Client host [192.0.2.25] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=192.0.2.25',
      ],
    },
  ],
});
