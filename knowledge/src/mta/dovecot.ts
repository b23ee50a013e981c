import type { Source } from '../define.ts';
import { define } from '../define.ts';

const shipped: Source = {
  name: 'Debian bookworm package dovecot-core 2.3.19.1, strings of the shipped files',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'Dovecot LMTP/LDA',
  kind: 'mta',
  links: { documentation: 'https://doc.dovecot.org/' },
  entries: [
    {
      id: 'quota-exceeded',
      codes: ['552', '5.2.2', '452', '4.2.2', '554'],
      text: ['Quota exceeded (mailbox for user is full)'],
      reason: 'recipient.over-quota',
      meaning: 'The mailbox has reached its size limit.',
      steps: ['Try again after some days.', 'If it stays full for several weeks, stop mailing the address.'],
      sources: [shipped],
      status: 'documented',
      matches: [
        '552 5.2.2 <tom@example.net> Quota exceeded (mailbox for user is full)',
        '554 5.2.2 <tom@example.net>: Recipient address rejected: Quota exceeded (mailbox for user is full)',
      ],
      mustNotMatch: ['552 5.2.2 Sending quota exceeded for this user'],
    },
    {
      id: 'user-does-not-exist',
      codes: ['550', '5.1.1'],
      text: ["User doesn't exist:", "> User doesn't exist", "User doesn't exist"],
      needsCode: true,
      reason: 'recipient.unknown',
      meaning: 'The mail store has no such user.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [shipped],
      status: 'documented',
      matches: ["550 5.1.1 <tom@example.net> User doesn't exist: tom@example.net"],
      mustNotMatch: ["451 4.3.0 <tom@example.net> User doesn't exist in cache yet"],
    },
    {
      id: 'rejected-by-own-filter',
      text: ['Your message to * was automatically rejected:'],
      weak: true,
      reason: 'recipient.not-allowed-sender',
      meaning: 'A filter rule of the recipient or of their server sent the message back; the text after it tells why.',
      steps: [
        'Read the text after the colon: the recipient wrote it, or it names a full mailbox.',
        'Hold the address if it asks you to stop.',
      ],
      sources: [shipped],
      status: 'documented',
      matches: ['Your message to <tom@example.net> was automatically rejected: I no longer take newsletters here'],
      mustNotMatch: ['Your message was automatically answered'],
    },
    {
      id: 'internal-error',
      codes: ['451', '4.3.0', '4.2.0'],
      text: ['Internal error occurred. Refer to server log for more information'],
      reason: 'host.internal-error',
      meaning: 'Something inside the mail store is out of order for now.',
      steps: [
        'Leave it in the queue: this normally passes by itself.',
        'If it lasts for a day, tell the administrator of the recipient.',
      ],
      sources: [shipped],
      status: 'documented',
      matches: [
        '451 4.3.0 <tom@example.net> Internal error occurred. Refer to server log for more information. [2026-03-02 11:20:31]',
      ],
      mustNotMatch: ['451 Temporary local problem - please try later'],
    },
  ],
});
