import type { MsgMessage } from './message.ts';
import { readMessageFile } from './read-message.ts';
import { writeMail } from './write-mail.ts';

export type { MsgMessage } from './message.ts';
export { MsgError } from './msg-error.ts';

/**
 * Reads a message that Outlook saved as a file ([MS-OXMSG] in a compound file, [MS-CFB]).
 *
 * @returns the message; parts of it that could not be read are missing, with a warning
 * @throws {MsgError} where the file is broken, or an OLE file of another kind
 */
export function readMsg(bytes: Uint8Array): MsgMessage {
  return readMessageFile(bytes, 0);
}

/**
 * Turns a .msg file into the byte string of the mail that it was, or would have been, for the reader of mails.
 *
 * @throws {MsgError} as {@link readMsg}
 */
export function msgToMail(bytes: Uint8Array): string {
  return writeMail(readMsg(bytes), 0);
}
