/**
 * What a mail may cost. A bounce needs none of this room; whoever sends more is attacking the
 * reader or has a broken program, and what was read up to the limit is still decoded.
 * The numbers are those that Postfix and Haraka ship for the same purpose.
 */

/** Bytes of one header block: Postfix `header_size_limit`. A 20 MB header line costs nothing. */
export const MAX_HEADER_BYTES = 102_400;
/** Lines of one header block: Haraka `headers.max_lines`. */
export const MAX_HEADER_LINES = 1_000;
/** Multiparts inside multiparts: Postfix `mime_nesting_limit`. */
export const MAX_NESTING = 100;
/** Messages inside messages. A bounce of a bounce of a forward is three. */
export const MAX_MESSAGE_NESTING = 10;
/** Parts of one mail; when those inside others have used them up, the mail's own parts get as many again. */
export const MAX_PARTS = 1_000;
/** Longest boundary that is honoured: Postfix `mime_boundary_length_limit`. */
export const MAX_BOUNDARY = 2_048;
/** Bytes of one body part that are decoded and read by a human-text reader. */
export const MAX_TEXT = 65_536;
/**
 * A stretch between two boundary-like lines that is longer than this loses its middle unread. What is
 * kept of its beginning is more than {@link MAX_HEADER_BYTES}, so that a header block cut here is told as cut.
 */
export const MAX_STRETCH = 131_072;
/** How much of the end of such a stretch is kept: an MTA may speak after the returned message. */
export const STRETCH_TAIL = 8_192;
/** Events read from one mail. */
export const MAX_RECIPIENTS = 10_000;
