import type { Source } from '../define.ts';
import { define } from '../define.ts';

const zones: Source = {
  name: 'Zone name seen in public code; removal page and meaning are belief',
  read: '2026-10',
  grade: 'believed',
};

export default define({
  name: 'Abusix Mail Intelligence',
  kind: 'blocklist',
  marks: ['dblack.mail.abusix.zone', 'combined.mail.abusix.zone', 'mail.abusix.zone', 'lookup.abusix.com'],
  links: { delist: 'https://lookup.abusix.com/' },
  entries: [
    {
      id: 'listed-domain',
      codes: ['550', '554', '5.7.1'],
      text: ['dblack.mail.abusix.zone'],
      reason: 'reputation.domain-list',
      meaning: 'A domain of the sender or of a link is on the domain list of Abusix Mail Intelligence.',
      steps: [
        'Look up the domains of the sender and of all links at Abusix.',
        'Replace the listed link, or stop the cause and remove the entry there.',
        'Send again once it is clear.',
      ],
      link: 'https://lookup.abusix.com/',
      sources: [zones],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Sender address [news@example.net] blocked using examplekey.dblack.mail.abusix.zone',
      ],
      mustNotMatch: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using examplekey.combined.mail.abusix.zone',
      ],
    },
    {
      id: 'listed-ip',
      codes: ['550', '554', '5.7.1'],
      text: ['combined.mail.abusix.zone', 'mail.abusix.zone', 'lookup.abusix.com'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending IP address is on a list of Abusix Mail Intelligence: for spam, a misused machine or a range that should not send mail.',
      steps: [
        'Look the IP address up at Abusix to see which list holds it.',
        'Stop the cause and remove the entry on the same page.',
        'Send again once it is clear.',
      ],
      link: 'https://lookup.abusix.com/',
      sources: [zones],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using examplekey.combined.mail.abusix.zone',
        '550 192.0.2.25 listed, see https://lookup.abusix.com/search?q=192.0.2.25',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using examplekey.black.mail.abusix.zone',
      ],
      mustNotMatch: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net',
        '550 Report abuse to abuse@abusix.example',
      ],
    },
  ],
});
