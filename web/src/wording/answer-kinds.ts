import type { Kind } from '@whybounce/core';

/** What an input is that reports no failed delivery, and what to do with it. */
export const answerKinds: Readonly<Record<Exclude<Kind, 'bounce' | 'deferral'>, string>> = {
  delivery: 'This says that the message was delivered. Nothing needs doing.',
  complaint:
    'This is a complaint: the recipient marked a message of yours as spam. Take the address off your lists and do not mail it again.',
  'auto-reply':
    'This is an automatic answer, such as an out-of-office note. The message arrived: keep the address as it is.',
  challenge:
    'This asks you to prove that a person sent the message. It is held until somebody follows the instructions in it: answer by hand, or leave it.',
  other:
    'This is no bounce that can be read. Paste the whole mail that came back, with its headers, or the reply of the server.',
};

/** What an input is that is none of these, by what it looks like. */
export const otherInputs = {
  empty: 'There is nothing to read. Paste a bounce, the reply of a server or a line of a mail log, or choose a file.',
  mail: 'This is an ordinary mail, such as a newsletter or a letter. It reports no failed delivery. If another mail came back to you, paste that one.',
  picture:
    'This is a picture. The words in it cannot be read here: copy the text of the bounce and paste it, or save the mail as a file and choose that.',
  document:
    'This is a document, not a mail. Copy the text of the bounce and paste it, or save the mail as a file and choose that.',
  archive: 'This is an archive. Unpack it and choose the files in it.',
  binary: 'This file is no text and no mail. Save the mail that came back as .eml or .msg and choose that.',
} as const;

/** Evidence that has no sentence of its own. */
export const evidenceWords = {
  rule: 'The system that refused means this by these words.',
} as const;

/** What is counted where a value is not known. */
export const unknownValues = {
  domain: 'no address',
  system: 'unknown system',
  reason: 'no reason',
  owner: 'nobody named',
  deed: 'nothing',
} as const;
