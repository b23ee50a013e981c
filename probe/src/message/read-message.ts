import {
  decodeCharset,
  decodeTransfer,
  type Headers,
  type Mail,
  type Part,
  parseMail,
  toByteString,
} from '@whybounce/core/message';
import { MAX_TEXT, MAX_TEXT_PARTS } from './limits.ts';
import { type MessageLines, readLines } from './lines.ts';
import { type MimeValue, readMimeValue } from './mime-parameters.ts';

/** One leaf of a message. */
export interface MessagePart {
  readonly headers: Headers;
  /** `text/html`. */
  readonly type: string;
  readonly charset: string | null;
  readonly encoding: string;
  /** Named as a file, or said to be attached. */
  readonly isAttachment: boolean;
  readonly fileName: string | null;
  /** As a byte string, still in its transfer encoding. */
  readonly content: string;
}

/** A text part of the body as people read it. */
export interface BodyText {
  readonly part: MessagePart;
  readonly text: string;
  /** Bytes of it after its transfer encoding was undone. */
  readonly bytes: number;
}

/** A message taken apart for being tested. */
export interface ReadMessage {
  readonly mail: Mail;
  readonly headers: Headers;
  readonly size: number;
  readonly lines: MessageLines;
  /** Its own leaves in their order, without those of messages inside it. */
  readonly parts: readonly MessagePart[];
  readonly multiparts: readonly Part[];
  readonly html: readonly BodyText[];
  readonly plain: readonly BodyText[];
}

/** Takes a message apart within limits; never throws. */
export function readMessage(raw: Uint8Array): ReadMessage {
  const mail = parseMail(toByteString(raw));
  const own = mail.parts.filter(({ inside }) => inside === 0);
  const isMultipart = ({ contentType }: Part) =>
    contentType.type.startsWith('multipart/') && contentType.boundary !== null && contentType.boundary !== '';
  const parts = own.filter((part) => !isMultipart(part)).map((part) => partOf(mail, part));
  const bodies = (type: string) =>
    parts
      .filter((part) => part.type === type && !part.isAttachment)
      .slice(0, MAX_TEXT_PARTS)
      .map(bodyText);
  return {
    mail,
    headers: mail.headers,
    size: raw.length,
    lines: readLines(raw),
    parts,
    multiparts: own.filter(({ contentType }) => contentType.type.startsWith('multipart/')),
    html: bodies('text/html'),
    plain: bodies('text/plain'),
  };
}

function partOf(mail: Mail, { headers, contentType, start, end }: Part): MessagePart {
  const given = headers.get('content-disposition');
  const disposition: MimeValue | null = given === null ? null : readMimeValue(given);
  const type = headers.get('content-type');
  const fileName =
    disposition?.parameters.get('filename') ?? (type === null ? undefined : readMimeValue(type).parameters.get('name'));
  const isText = contentType.type === 'text/plain' || contentType.type === 'text/html';
  return {
    headers,
    type: contentType.type,
    charset: contentType.charset,
    encoding: headers.get('content-transfer-encoding')?.toLowerCase() ?? '',
    // an inline text with a name is body text to most readers
    isAttachment: disposition?.value === 'attachment' || (fileName !== undefined && !isText),
    fileName: fileName ?? null,
    content: mail.raw.slice(start, end),
  };
}

function bodyText(part: MessagePart): BodyText {
  const bytes = decodeTransfer(part.content.slice(0, 2 * MAX_TEXT), part.encoding);
  return { part, text: decodeCharset(bytes.slice(0, MAX_TEXT), part.charset), bytes: bytes.length };
}
