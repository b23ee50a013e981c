import type { StatusSubject } from './define.ts';

/** The second number: what it is about. */
export const statusSubjects: readonly StatusSubject[] = [
  {
    digit: 0,
    name: 'Other or undefined',
    means: 'The server says that it failed or worked, and not what it is about.',
  },
  {
    digit: 1,
    name: 'Addressing',
    means: 'It is about an address of the message: that of the recipient or that of the sender.',
  },
  {
    digit: 2,
    name: 'Mailbox',
    means: 'The mailbox exists, and something about it is the matter: full, switched off, too small for this message.',
  },
  {
    digit: 3,
    name: 'Mail system',
    means: 'It is about the receiving system as a whole: its room, its load, its limits, its set-up.',
  },
  {
    digit: 4,
    name: 'Network and routing',
    means: 'It is about the way to the recipient: name look-ups, connections, loops, waiting too long.',
  },
  {
    digit: 5,
    name: 'Delivery protocol',
    means: 'The two servers did not understand each other in the SMTP conversation.',
  },
  {
    digit: 6,
    name: 'Content or media',
    means: 'It is about the message itself: its form, its attachments, characters that would have to be converted.',
  },
  {
    digit: 7,
    name: 'Security or policy',
    means:
      'The receiver does not want the message, or not from you: rules, reputation, sign-in, SPF, DKIM, DMARC or encryption. The address is mostly fine.',
  },
];
