import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Rhost/NTTDOCOMO.pm',
  read: '2026-10',
  grade: 'measured',
};
const note: Source = {
  name: 'note.com sendmagic, SMTP reply codes of docomo (search excerpt)',
  url: 'https://note.com/sendmagic/n/neb6bbe7e51cf',
  read: '2026-11',
  grade: 'read',
};

export default define({
  name: 'NTT docomo',
  kind: 'mailbox-provider',
  hosts: ['docomo.ne.jp'],
  domains: ['docomo.ne.jp'],
  entries: [
    {
      id: 'unknown-or-refused',
      codes: ['5.1.1'],
      text: ['Unknown user'],
      needsHost: true,
      reason: 'recipient.unknown',
      action: 'hold',
      meaning:
        "The address does not exist, or the recipient's phone is set to refuse you: docomo says the same to both. Where it refused only after the message was handed over, the mailbox is there.",
      steps: [
        'Pause the address instead of deleting it.',
        'Ask the person another way whether the address is right and whether their phone lets your domain in.',
        'Suppress it when it fails again after a month.',
      ],
      sources: [sisimai, note],
      status: 'observed',
      matches: [
        { line: '550 5.1.1 Unknown user ann@example.com', host: 'mfsmax.docomo.ne.jp' },
        { line: '550 Unknown user ann@example.com (in reply to RCPT TO command)', host: 'mfsmax.docomo.ne.jp' },
      ],
      mustNotMatch: [{ line: '552 too much mail data ann@example.com', host: 'mfsmax.docomo.ne.jp' }],
    },
    {
      id: 'refused-by-filter',
      codes: ['5.2.0'],
      text: ['Unknown user'],
      needsCode: true,
      needsHost: true,
      reason: 'recipient.not-allowed-sender',
      action: 'hold',
      classes: { sisimai: 'filtered' },
      meaning:
        'The status 5.2.0 goes with a refusal after the message was handed over: a filter of the recipient turned you away, and the mailbox is there.',
      steps: [
        'Pause the address instead of deleting it.',
        'Ask the person another way whether the address is right and whether their phone lets your domain in.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [{ line: '550 5.2.0 Unknown user ann@example.com', host: 'mfsmax.docomo.ne.jp' }],
      mustNotMatch: [{ line: '550 5.1.1 Unknown user ann@example.com', host: 'mfsmax.docomo.ne.jp' }],
    },
    {
      id: 'mailbox-full',
      codes: ['552'],
      text: ['too much mail data'],
      needsHost: true,
      reason: 'recipient.over-quota',
      meaning: 'The mailbox is full, or the message too large for what is left.',
      steps: ['Try again over the next days.', 'Send a smaller message.'],
      sources: [sisimai, note],
      status: 'observed',
      matches: [{ line: '552 too much mail data ann@example.com', host: 'mfsmax.docomo.ne.jp' }],
      mustNotMatch: [{ line: '552 too many recipients', host: 'mfsmax.docomo.ne.jp' }],
    },
    {
      id: 'too-many-recipients',
      codes: ['552'],
      text: ['too many recipients'],
      needsHost: true,
      reason: 'rate.recipients',
      meaning: 'One message named more recipients than docomo takes.',
      steps: ['Send to fewer recipients at once; the others can follow in a further message.'],
      sources: [sisimai],
      status: 'observed',
      matches: [{ line: '552 too many recipients', host: 'mfsmax.docomo.ne.jp' }],
      mustNotMatch: [{ line: '552 too much mail data ann@example.com', host: 'mfsmax.docomo.ne.jp' }],
    },
    {
      id: 'line-too-long',
      codes: ['500'],
      text: ['Line Too Long'],
      needsHost: true,
      reason: 'content.not-rfc',
      meaning: 'A line of the message is longer than 1000 bytes.',
      steps: ['Let the sending program break lines, or encode the text as quoted-printable or base64.'],
      sources: [note],
      status: 'observed',
      matches: [{ line: '500 Line Too Long', host: 'mfsmax.docomo.ne.jp' }],
      mustNotMatch: [{ line: '552 too much mail data ann@example.com', host: 'mfsmax.docomo.ne.jp' }],
    },
  ],
});
