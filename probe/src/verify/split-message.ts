import { Buffer } from 'node:buffer';
import { fieldName } from './canonical.ts';
import {
  MAX_BLANK_RUN,
  MAX_FIELD_BYTES,
  MAX_HEADER_BYTES,
  MAX_HEADER_LINES,
  MAX_MESSAGE_BYTES,
  MAX_PARSED_FIELD_BYTES,
  MessageLimitError,
} from './limits.ts';

/** One header field as it stands in the message. */
export interface Field {
  /** In lower case. */
  readonly name: string;
  /** Name, colon and value with their folds, one UTF-16 unit per octet, without the last CRLF. */
  readonly line: string;
}

/** A message taken apart where a verifier takes it apart. */
export interface SplitMessage {
  readonly fields: readonly Field[];
  readonly body: Buffer;
  /** Lines of the original that ended in LF alone and were given their CR, as RFC 6376 section 5.3 wants it. */
  readonly bareLineFeeds: number;
}

const CR = 0x0d;
const LF = 0x0a;
/** Fields that other parsers read as a whole. */
const parsedFields: ReadonlySet<string> = new Set(['from', 'return-path', 'content-type']);
/** RFC 5322 section 3.6.8; blanks or a fold may stand before the colon (section 4.5.8). */
const fieldStart = /^([\x21-\x39\x3b-\x7e]{1,998})[ \t]{0,998}(?:\r\n[ \t]{0,998})?:/;
/** The separator line that mailbox files put above a message; it is no part of it. */
const mailboxLine = /^>?From [^\r\n]{0,998}\r?\n/;

/**
 * Splits a message into fields and body, and holds it against the limits before any parser sees it. A line that begins
 * no field belongs to the field above, whatever it begins with: so does the verifier read it.
 *
 * @throws MessageLimitError where a verifier could be kept busy with it
 */
export function splitMessage(raw: Uint8Array): SplitMessage {
  if (raw.length > MAX_MESSAGE_BYTES)
    throw new MessageLimitError(
      'message-bytes',
      `The message has ${raw.length} bytes; at most ${MAX_MESSAGE_BYTES} are verified. Take out attachments on the sending side and send a new one.`,
    );
  const given = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
  const separator = mailboxLine.exec(given.subarray(0, 1_100).toString('latin1'));
  const { bytes, bareLineFeeds } = withLineEnds(separator === null ? given : given.subarray(separator[0].length));
  const headerEnd = endOfHeader(bytes);
  if (headerEnd > MAX_HEADER_BYTES)
    throw new MessageLimitError(
      'header-bytes',
      `The header has ${headerEnd} bytes before its first empty line; at most ${MAX_HEADER_BYTES} are read. Check that the whole message was given, headers first.`,
    );
  return {
    fields: fieldsOf(bytes.subarray(0, headerEnd).toString('latin1')),
    body: bytes.subarray(bodyStart(bytes, headerEnd)),
    bareLineFeeds,
  };
}

/** The message of such parts, as bytes. */
export function joinMessage(fields: readonly Field[], body: Buffer): Buffer {
  const header = fields.map(({ line }) => `${line}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${header}\r\n`, 'latin1'), body]);
}

/** The value of a field, unfolded: one UTF-16 unit per octet. */
export function fieldValue({ line }: Field): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replaceAll('\r\n', '')
    .trim();
}

function withLineEnds(bytes: Buffer): { bytes: Buffer; bareLineFeeds: number } {
  let bareLineFeeds = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) if (bytes[at - 1] !== CR) bareLineFeeds++;
  if (bareLineFeeds === 0) return { bytes, bareLineFeeds };
  const whole = Buffer.allocUnsafe(bytes.length + bareLineFeeds);
  let from = 0;
  let to = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    to += bytes.copy(whole, to, from, at);
    if (bytes[at - 1] !== CR) whole[to++] = CR;
    whole[to++] = LF;
    from = at + 1;
  }
  bytes.copy(whole, to, from);
  return { bytes: whole, bareLineFeeds };
}

/** Where the header section ends: behind the line end of its last field. */
function endOfHeader(bytes: Buffer): number {
  if (bytes[0] === CR && bytes[1] === LF) return 0;
  const at = bytes.indexOf('\r\n\r\n', 0, 'latin1');
  return at < 0 ? bytes.length : at + 2;
}

function bodyStart(bytes: Buffer, headerEnd: number): number {
  return Math.min(bytes.length, headerEnd + 2);
}

function fieldsOf(header: string): Field[] {
  refuseBlankRuns(header);
  const lines = header.split('\r\n');
  while (lines.at(-1) === '') lines.pop();
  if (lines.length > MAX_HEADER_LINES)
    throw new MessageLimitError(
      'header-lines',
      `The header has ${lines.length} lines; at most ${MAX_HEADER_LINES} are read. Check that the whole message was given, headers first.`,
    );
  const fields: Field[] = [];
  let own: string[] = [];
  const finish = () => {
    if (own.length === 0) return;
    const line = own.join('\r\n');
    const name = fieldName(line);
    refuseLong(name, line);
    fields.push({ name, line });
  };
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (own.length > 0 && !fieldStart.test(next === undefined ? line : `${line}\r\n${next}`)) {
      own.push(line);
      continue;
    }
    finish();
    own = [line];
  }
  finish();
  return fields;
}

function refuseLong(name: string, line: string): void {
  const most = parsedFields.has(name) ? MAX_PARSED_FIELD_BYTES : MAX_FIELD_BYTES;
  if (line.length <= most) return;
  throw new MessageLimitError(
    'field-bytes',
    `The field ${name.slice(0, 78)} has ${line.length} bytes; at most ${most} are read. No mail in use has such a field.`,
  );
}

function refuseBlankRuns(header: string): void {
  let run = 0;
  for (let i = 0; i < header.length; i++) {
    const unit = header.charCodeAt(i);
    // the no-break space too: `\s` of the parsers counts it
    run = unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 ? run + 1 : 0;
    if (run > MAX_BLANK_RUN)
      throw new MessageLimitError(
        'blank-run',
        `The header has more than ${MAX_BLANK_RUN} blanks in a row. No mail in use has them; they are made to keep a reader busy.`,
      );
  }
}
