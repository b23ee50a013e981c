import type { ReplySubject } from './define.ts';

/** The second digit of a reply code (RFC 5321 section 4.2.1): what kind of answer it is, not what it is about. */
export const replySubjects: readonly ReplySubject[] = [
  {
    digit: 0,
    name: 'Syntax',
    means: 'It is about the command itself: mistyped, unknown, or not in its place.',
  },
  {
    digit: 1,
    name: 'Information',
    means: 'It answers a question about the server, such as a call for help.',
  },
  {
    digit: 2,
    name: 'Connection',
    means: 'It is about the connection as a whole: greeting, shutting down, not serving you at all.',
  },
  {
    digit: 3,
    name: 'Signing in',
    means: 'RFC 5321 leaves it open. It is used for signing in and for encryption.',
  },
  {
    digit: 4,
    name: 'Unspecified',
    means: 'No standard says what it means; some servers have codes of their own here.',
  },
  {
    digit: 5,
    name: 'Mail system',
    means: 'It is about the mail: the mailbox, the message, room, rules. Nearly every bounce has it.',
  },
];
