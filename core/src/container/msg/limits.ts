/**
 * What a .msg file may cost. Every count in a compound file is an attacker's to write: a chain can
 * point to itself, a stream of 64 bytes can say that it is 4 GB long, and a thousand streams can lie
 * on the same sectors.
 */

/** Directory entries (128 bytes each). Outlook's limit of 2,048 attachments and as many recipients stays below it. */
export const MAX_ENTRIES = 200_000;
/**
 * Bytes that are read in all, as a multiple of the file's size. The streams of an honest file do not lie
 * over each other; the room is for messages attached as files, whose bytes are read once on each level.
 */
export const MAX_READ_FACTOR = 16;
/** [MS-OXMSG] section 2.2.2: a .msg file has at most 2,048 attachments; the same for recipients (section 2.2.1). */
export const MAX_ITEMS = 2_048;
/** Messages attached to messages: as deep as the reader of mails goes. */
export const MAX_EMBEDDED = 10;
/** Characters of a body that are carried over; nothing reads more of a report. */
export const MAX_BODY = 1024 * 1024;
/** Characters of transport headers that are carried over. */
export const MAX_HEADERS = 256 * 1024;
/** Characters of any other text: a name, an address, a refusal. */
export const MAX_VALUE = 8 * 1024;
