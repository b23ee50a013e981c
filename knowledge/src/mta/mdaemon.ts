import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};
const paraphrased: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'read-paraphrased',
};

export default define({
  name: 'MDaemon',
  kind: 'mta',
  entries: [
    {
      id: 'backscatter',
      codes: ['550'],
      text: ['Backscatter Protection detected an invalid or expired email address', 'Backscatter Protection detected'],
      reason: 'policy.generic',
      action: 'ignore',
      meaning: 'The server takes bounces only when they carry a mark of its own, and this one did not.',
      steps: [
        'If you sent ordinary mail, set a real envelope sender instead of an empty one.',
        'If it was an automatic answer, do nothing: the message it answers was forged or is too old.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: ['550 5.1.1 <tom@example.net>, Backscatter Protection detected an invalid or expired email address'],
      mustNotMatch: ['550 <tom@example.net>, Recipient unknown'],
    },
    {
      id: 'recipient-unknown',
      codes: ['550'],
      text: [', Recipient unknown'],
      needsCode: true,
      reason: 'recipient.unknown',
      meaning: 'The server has no account or alias with this name.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [sisimai],
      status: 'observed',
      matches: ['550 <tom@example.net>, Recipient unknown'],
      mustNotMatch: ['550 <tom@example.net>, Backscatter Protection detected an invalid or expired email address'],
    },
    {
      id: 'not-conforming',
      codes: ['554'],
      text: ['Message does not conform to standards'],
      reason: 'content.not-rfc',
      meaning: 'The header of the message breaks the mail standard.',
      steps: ['Have the sending program write From, Date and Message-ID exactly once and in the right form.'],
      sources: [paraphrased],
      status: 'observed',
      matches: ['554 Message does not conform to standards'],
      mustNotMatch: ['554 Message refused by the content filter'],
    },
  ],
});
