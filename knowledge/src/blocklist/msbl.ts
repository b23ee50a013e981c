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
  name: 'MSBL Email Blocklist (EBL)',
  kind: 'blocklist',
  marks: ['ebl.msbl.org'],
  links: { delist: 'https://msbl.org/ebl.html' },
  entries: [
    {
      id: 'address-listed',
      codes: ['550', '554', '5.7.1'],
      text: ['ebl.msbl.org', 'msbl.org/ebl'],
      reason: 'content.spam',
      meaning:
        'A mail address in the message, such as the Reply-To or one in the text, is on a list of addresses that spammers use for replies.',
      steps: [
        'Check every mail address that the message names.',
        'Take the listed one out, or ask MSBL for removal if it is yours.',
        'Send again.',
      ],
      link: 'https://msbl.org/ebl.html',
      sources: [zones, belief],
      status: 'observed',
      matches: [
        '550 5.7.1 Reply-To address listed in ebl.msbl.org',
        '550 5.7.1 Refused, see https://msbl.org/ebl.html',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
