import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = { name: 'Sample bounce mails of sisimai/set-of-emails', read: '2026-10', grade: 'measured' };
const known: Source = {
  name: 'fml mailing list manager, its reports as generally known',
  read: '2026-10',
  grade: 'believed',
};

export default define({
  name: 'fml mailing list manager',
  kind: 'mta',
  entries: [
    {
      id: 'duplicate-message',
      text: ['Duplicated Message-ID', 'Loop Alert: Duplicated'],
      reason: 'route.loop',
      classes: { sisimai: 'systemerror' },
      meaning:
        'The mailing list has had a message with this Message-ID before and takes the second copy for a loop. Nothing is wrong with the address.',
      steps: [
        'See whether the message went to the list twice, for instance by two addresses of the same list.',
        'Give every message a Message-ID of its own.',
      ],
      sources: [sisimai, known],
      status: 'observed',
      matches: ['Duplicated Message-ID in <list@example.net>.', 'Loop Alert: Duplicated mail (list ML)'],
      mustNotMatch: ['550 5.7.1 Message-ID header is missing', '554 5.4.6 Too many hops'],
    },
  ],
});
