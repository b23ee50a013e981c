import type { Source } from '../define.ts';
import { define } from '../define.ts';

const shipped: Source = {
  name: 'Debian bookworm package postgrey 1.37, strings of the shipped files',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'Postgrey',
  kind: 'filter',
  links: { documentation: 'https://postgrey.schweikert.ch/' },
  entries: [
    {
      id: 'greylisted',
      codes: ['450', '4.2.0', '4.7.1'],
      text: [
        'Greylisted, see http://postgrey.schweikert.ch/help/',
        'postgrey.schweikert.ch/help/',
        'isg.ee.ethz.ch/tools/postgrey/help/',
      ],
      reason: 'rate.greylist',
      meaning: 'The server puts the first message of an unknown sender off on purpose, by default for five minutes.',
      steps: [
        'Leave it in the queue and retry from the same IP address.',
        'Retry after five minutes at the earliest; faster attempts do not help.',
      ],
      sources: [shipped],
      status: 'documented',
      matches: [
        '450 4.2.0 <tom@example.net>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.net.html',
        '450 <tom@example.net>: Recipient address rejected: Greylisted, see http://isg.ee.ethz.ch/tools/postgrey/help/example.net.html',
      ],
      mustNotMatch: ['450 4.7.1 <tom@example.net>: Recipient address rejected: Try again later'],
    },
  ],
});
