/** Mails cut into parts and decoded, within limits, for whoever tests a message. */
export { toByteString, toBytes } from './byte-string.ts';
export { decodeCharset } from './charset.ts';
export type { ContentType } from './content-type.ts';
export { decodeEncodedWords } from './encoded-word.ts';
export type { Headers } from './headers.ts';
export { type Mail, type Part, parseMail } from './mail.ts';
export { decodeTransfer } from './transfer.ts';
