import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};
const zones: Source = {
  name: 'Zone name seen in public code; removal page and meaning are belief',
  read: '2026-10',
  grade: 'believed',
};

export default define({
  name: 'HostKarma (junkemailfilter.com)',
  kind: 'blocklist',
  marks: ['hostkarma.junkemailfilter.com', 'ipadmin.junkemailfilter.com'],
  links: { delist: 'https://ipadmin.junkemailfilter.com/remove.php' },
  entries: [
    {
      id: 'listed-ip',
      codes: ['550', '554', '5.7.1'],
      text: ['hostkarma.junkemailfilter.com', 'rejected - multi-blacklist', 'ipadmin.junkemailfilter.com'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending IP address is on the black part of the HostKarma list, or on several lists that Junk Email Filter weighs together.',
      steps: [
        'Stop the source of unwanted mail behind the IP address.',
        'Ask for removal on the page of Junk Email Filter.',
        'Send again once it is clear.',
      ],
      link: 'https://ipadmin.junkemailfilter.com/remove.php',
      sources: [sisimai, zones],
      status: 'observed',
      matches: [
        '550 192.0.2.25 rejected - multi-blacklist - http://ipadmin.junkemailfilter.com/remove.php?ip=192.0.2.25',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using hostkarma.junkemailfilter.com',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
