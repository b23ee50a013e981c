import type { Source } from '../define.ts';
import { define } from '../define.ts';

const kumo: Source = {
  name: 'KumoCorp/kumomta@3ebc1e8 assets/community/bounces.toml',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'WP.pl',
  kind: 'mailbox-provider',
  hosts: ['wp.pl'],
  domains: ['wp.pl'],
  links: { documentation: 'https://pomoc.wp.pl/dlaczego-mam-problem-z-wysylaniem' },
  entries: [
    {
      id: 'spam-rejected',
      codes: ['554'],
      text: ["We can't accept this message because it is spam"],
      reason: 'content.spam',
      meaning: 'The filter of WP took the message for spam.',
      steps: [
        'Cut links and wording down until a test passes.',
        'Check that SPF, DKIM and DMARC pass.',
        'Write to the help desk of WP with the whole reply.',
      ],
      sources: [kumo],
      status: 'observed',
      matches: [{ line: "554 We can't accept this message because it is spam. 0A1B2C", host: 'mx.wp.pl' }],
      mustNotMatch: [{ line: '554 5.7.1 Service unavailable; Client host [192.0.2.44] blocked', host: 'mx.wp.pl' }],
    },
  ],
});
