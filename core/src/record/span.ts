/**
 * A stretch of a record's text: UTF-16 offsets, end exclusive. A record is read as one character per octet, so these
 * are octets too.
 */
export type Span = readonly [start: number, end: number];
