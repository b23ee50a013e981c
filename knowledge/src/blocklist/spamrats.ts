import type { Source } from '../define.ts';
import { define } from '../define.ts';

const zones: Source = {
  name: 'Zone name seen in public code; removal page and meaning are belief',
  read: '2026-10',
  grade: 'believed',
};

export default define({
  name: 'SpamRATS',
  kind: 'blocklist',
  marks: ['dyna.spamrats.com', 'noptr.spamrats.com', 'spam.spamrats.com', 'all.spamrats.com'],
  links: { delist: 'https://www.spamrats.com/lookup.php' },
  entries: [
    {
      id: 'listed',
      codes: ['550', '554', '5.7.1'],
      text: [
        'dyna.spamrats.com',
        'noptr.spamrats.com',
        'spam.spamrats.com',
        'all.spamrats.com',
        'spamrats.com/lookup',
        '.spamrats.com',
      ],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending IP address has no proper reverse name, a name like that of a home line, or was caught sending spam.',
      steps: [
        'Give the IP address a reverse name that says mail server and resolves back to it.',
        'Look it up at SpamRATS and remove it there.',
        'Send again once it is clear.',
      ],
      link: 'https://www.spamrats.com/lookup.php',
      sources: [zones],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dyna.spamrats.com',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using noptr.spamrats.com',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using spam.spamrats.com',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using all.spamrats.com',
        '550 192.0.2.25 refused, see http://www.spamrats.com/lookup.php?ip=192.0.2.25',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
