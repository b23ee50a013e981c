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
  name: 'UCEPROTECT',
  kind: 'blocklist',
  marks: ['dnsbl-1.uceprotect.net', 'dnsbl-2.uceprotect.net', 'dnsbl-3.uceprotect.net'],
  links: { delist: 'https://www.uceprotect.net/en/rblcheck.php' },
  entries: [
    {
      id: 'listed-ip',
      codes: ['550', '554', '5.7.1'],
      text: ['dnsbl-1.uceprotect.net'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending IP address itself is on UCEPROTECT level 1, because it has hit spam traps within the last week.',
      steps: [
        'Look the IP address up at UCEPROTECT and stop the cause.',
        'Wait: the entry goes by itself seven days after the last hit. There is no need to pay for a faster removal.',
        'Send again once it is clear.',
      ],
      link: 'https://www.uceprotect.net/en/rblcheck.php',
      sources: [zones, belief],
      status: 'documented',
      matches: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl-1.uceprotect.net'],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl-2.uceprotect.net'],
    },
    {
      id: 'listed-network',
      codes: ['550', '554', '5.7.1'],
      text: ['dnsbl-2.uceprotect.net', 'dnsbl-3.uceprotect.net'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'UCEPROTECT has listed the whole network (level 2) or the whole provider (level 3) around the sending IP address, because of other customers there. Your own address need not have done anything.',
      steps: [
        'Look the IP address up at UCEPROTECT to see which level is meant.',
        'Ask your hosting company to act against the spam in its network.',
        'Send through another network meanwhile, and tell the recipient’s administrator how wide this list reaches. There is no need to pay for a removal.',
      ],
      link: 'https://www.uceprotect.net/en/rblcheck.php',
      sources: [zones, belief],
      status: 'documented',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl-2.uceprotect.net',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl-3.uceprotect.net',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl-1.uceprotect.net'],
    },
    {
      id: 'listed-unspecified',
      codes: ['550', '554', '5.7.1'],
      text: ['uceprotect.net/rblcheck', 'uceprotect.net/en/rblcheck', '.uceprotect.net'],
      reason: 'reputation.ip-dnsbl',
      meaning: 'The sending IP address or its network is on one of the UCEPROTECT lists.',
      steps: [
        'Look the IP address up at UCEPROTECT to see which level holds it.',
        'Stop the cause if level 1 holds it; otherwise turn to your hosting company.',
        'Send again once it is clear.',
      ],
      link: 'https://www.uceprotect.net/en/rblcheck.php',
      sources: [zones, belief],
      status: 'documented',
      matches: [
        '550 192.0.2.25 refused, see http://www.uceprotect.net/rblcheck.php?ipr=192.0.2.25',
        '550 192.0.2.25 refused, see https://www.uceprotect.net/en/rblcheck.php?ipr=192.0.2.25',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
