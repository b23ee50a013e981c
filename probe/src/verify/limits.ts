/**
 * What the verification of one message may cost. Mail in use stays far below each of these; what lies above is made
 * to keep a verifier busy, and is told as such instead of being verified.
 */

/** Bytes of a message: what the largest providers accept, attachments of 25 MB in base64 with room to spare. */
export const MAX_MESSAGE_BYTES = 36 * 1024 * 1024;

/** Bytes of the header section: the verifier splits, folds and searches it once for each signature. */
export const MAX_HEADER_BYTES = 512 * 1024;

/** Lines of the header section: the verifier joins folded lines one by one, at a cost that grows with their square. */
export const MAX_HEADER_LINES = 4_000;

/** Bytes of one header field: a To field with some thousand recipients; a megabyte in one field is an attack. */
export const MAX_FIELD_BYTES = 128 * 1024;

/** Bytes of a From, Return-Path or Content-Type field: their parsers look back, and are called once per signature. */
export const MAX_PARSED_FIELD_BYTES = 16 * 1024;

/**
 * Blanks, tabs, bare carriage returns and folds in a row inside the header section: expressions such as `[\r\n]+$` try every
 * start of such a run, so that its cost grows with the square of its length.
 */
export const MAX_BLANK_RUN = 512;

/**
 * DKIM signatures that are verified, from the top. Each may ask for a key and hash the whole body once more (RFC 6376
 * section 8.4); real mail has one to four, and what passes through lists and relays seldom more than six.
 */
export const MAX_SIGNATURES = 10;

/** Names in one h= tag: each is looked for among all fields. A signer that oversigns everything names some sixty. */
export const MAX_SIGNED_NAMES = 1_000;

/** ARC sets: RFC 8617 section 4.2.1 ends at 50. */
export const MAX_ARC_SETS = 50;

/** Bytes that are hashed at most to find out how a message was changed: every run of lines could be tried otherwise. */
export const MAX_EXPLORED_BYTES = 96 * 1024 * 1024;

/** Bytes of a body that is taken apart line by line to find that out: a line costs its own length in memory and more. */
export const MAX_EXPLORED_BODY = 4 * 1024 * 1024;

/** Milliseconds until no further question is put to the DNS; what is not known then is a temporary error. */
export const DEADLINE_MS = 30_000;

/** Received fields that are read: RFC 5321 section 6.3 has servers refuse mail with more than 100. */
export const MAX_RECEIVED = 100;

/** Which limit a message exceeds. */
export type MessageLimit = 'message-bytes' | 'header-bytes' | 'header-lines' | 'field-bytes' | 'blank-run';

/** A message that is not verified, as it exceeds a limit. */
export class MessageLimitError extends Error {
  override readonly name = 'MessageLimitError';
  readonly limit: MessageLimit;

  constructor(limit: MessageLimit, message: string) {
    super(message);
    this.limit = limit;
  }
}
