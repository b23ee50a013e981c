/**
 * What reading a message for a test may cost. Mail in use stays far below; what lies above was made to keep a reader
 * busy, or is told as cut. Parts, nesting, header bytes and boundary lengths are bounded by core's reader.
 */

/** Characters of one text part that are decoded: a newsletter has some hundred thousand, and Gmail cuts at 102,400 bytes. */
export const MAX_TEXT = 4 * 1024 * 1024;
/** Text parts that are read: a message of a thousand HTML parts would be a thousand documents. */
export const MAX_TEXT_PARTS = 20;
/** Links and images that are kept of one message, each: a page with a million of them is an attack on what looks at them. */
export const MAX_LINKS = 2_000;
/** Characters of one address of the web, of an alternative text, of the words of a link. */
export const MAX_URL = 4_096;
export const MAX_WORDS = 400;
/** Elements inside each other that are followed: each costs a place on the stack of open elements. */
export const MAX_DEPTH = 2_000;
/** Characters of visible text that are kept for being searched. */
export const MAX_VISIBLE = 512 * 1024;
/** Bytes of an attachment that are decoded to see what it is: the directory of an archive stands at its end. */
export const MAX_ARCHIVE = 30 * 1024 * 1024;
/** Names that are read out of one archive. */
export const MAX_ARCHIVE_NAMES = 2_000;
/** Characters of an address field that are read, and mailboxes in it. */
export const MAX_ADDRESS_FIELD = 16 * 1024;
export const MAX_MAILBOXES = 200;
/** Characters of a parameter list (RFC 2231) that are read, and parameters in it. */
export const MAX_PARAMETERS = 64;
