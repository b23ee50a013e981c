import { isAscii } from '../message/byte-string.ts';
import { type Headers, parseHeaders } from '../message/headers.ts';
import { decodeText, type Mail, normaliseLineEnds, type Part, partText, skipBlankLines } from '../message/mail.ts';
import type { Authentication, OriginalMessage } from '../reading.ts';
import { readAddress } from './address.ts';
import { authenticationOf } from './authentication-results.ts';
import { noMessage, originalMessage } from './original-message.ts';
import { plain, straighten } from './plain.ts';
import { returnedMessageAt } from './returned-message.ts';

/** How many text parts of a report are read: some filters put a disclaimer first. */
const MAX_TEXT_PARTS = 4;
/** Characters of each text part that are looked at for the signs of a dialect: an MTA says at once who it is. */
const HEAD_OF_TEXT = 2_048;
/** Characters of the text that are looked at for set phrases. */
const HEAD_FOR_PHRASES = 8_192;
/** Characters of a status part that are looked at for its writer's own fields: they stand above the recipients. */
const HEAD_OF_STATUS = 2_048;
/** Longest value of a header that is looked at for signs. */
const HEAD_OF_VALUE = 512;
/** Characters of {@link Letter.head}; no honest letter comes near. */
const MAX_HEAD = 16_384;
/** Headers beside From and Subject whose values tell one dialect from another. */
const tellingHeaders = ['message-id', 'content-type', 'x-mailer'];

/** Encodings in which ASCII stands for itself. */
const identity = /^(?:7bit|8bit|binary)?$/i;

/**
 * A mail as the readers of bounces see it: what the reporting server wrote, and the headers of the
 * message that came back. Each is worked out when it is first asked for.
 */
export class Letter {
  readonly mail: Mail;
  readonly headers: Headers;
  /** `From` and `Subject`, decoded, lower case. */
  readonly from: string;
  readonly subject: string;
  #text: string | undefined;
  #textHead: string | undefined;
  #returned: Headers | null | undefined;
  #returnedAt = -1;
  #fullText = '';
  #wholeText: string | undefined;
  #head: string | undefined;
  #statusHead: string | undefined;
  #plainText: string | undefined;
  #original: OriginalMessage | undefined;
  #originalSender: string | null | undefined;
  #authentication: Authentication | null | undefined;
  /** The text of the one part that most letters have, which is asked for several times. */
  #decoded: { readonly part: Part; readonly text: string } | null = null;

  constructor(mail: Mail) {
    this.mail = mail;
    this.headers = mail.headers;
    this.from = (mail.headers.text('from') ?? '').toLowerCase();
    this.subject = (mail.headers.text('subject') ?? '').toLowerCase();
  }

  /** The first part of a type, outside any message that came back. */
  part(type: string): Part | null {
    for (const part of this.mail.parts) if (part.inside === 0 && part.contentType.type === type) return part;
    return null;
  }

  /**
   * Where the signs of dialects stand, lower case: From, Subject, the names of `X-` headers with a colon, the values of
   * a few headers, and the beginnings of the status part and of the text.
   */
  get head(): string {
    this.#head ??= this.#readHead();
    return this.#head;
  }

  #readHead(): string {
    const { headers } = this;
    let head = `${this.from.slice(0, HEAD_OF_TEXT)}\n${this.subject.slice(0, HEAD_OF_TEXT)}\n`;
    for (const name of tellingHeaders) {
      const value = headers.get(name);
      if (value !== null) head += `${value.slice(0, HEAD_OF_VALUE)}\n`;
    }
    for (const name of headers.namesWith('x-')) head += `${name}:\n`;
    head += `${this.statusHead}\n${this.#headOfText()}`;
    return (head.length > MAX_HEAD ? head.slice(0, MAX_HEAD) : head).toLowerCase();
  }

  /** The beginnings of what {@link fullText} and {@link wholeText} are made of, undecoded where that is the same. */
  #headOfText(): string {
    const { parts, raw } = this.mail;
    let head = '';
    let html: Part | null = null;
    for (const part of parts) {
      if (part.inside > 0) continue;
      if (head.length > MAX_HEAD) break;
      const { type } = part.contentType;
      if (type === 'text/html') html ??= part;
      else if (
        type === 'text/plain' ||
        (type.startsWith('multipart/') && raw.slice(part.start, part.end).includes('@'))
      )
        head += `${this.#headOfPart(part)}\n`;
    }
    return html === null || /\S/.test(head) ? head : this.#headOfPart(html);
  }

  #headOfPart(part: Part): string {
    const raw = this.mail.raw.slice(part.start, Math.min(part.end, part.start + HEAD_OF_TEXT));
    const { type } = part.contentType;
    if (
      type !== 'text/html' &&
      identity.test(part.headers.get('content-transfer-encoding') ?? '') &&
      isAscii(raw) &&
      !raw.includes('\x1b') &&
      !raw.includes('\0')
    )
      return raw;
    if (type.startsWith('multipart/')) return decodeText(raw, part.headers, part.contentType);
    return straighten(this.#textOf(part).slice(0, HEAD_OF_TEXT));
  }

  /** The beginning of the delivery-status part, lower case, in which MTAs put fields of their own; '' where there is none. */
  get statusHead(): string {
    if (this.#statusHead === undefined) {
      const part = this.part('message/delivery-status') ?? this.part('message/global-delivery-status');
      this.#statusHead =
        part === null
          ? ''
          : this.mail.raw.slice(part.start, Math.min(part.end, part.start + HEAD_OF_STATUS)).toLowerCase();
    }
    return this.#statusHead;
  }

  /** What the reporting server wrote for people, without the returned message. `\n` line ends. */
  get text(): string {
    if (this.#text === undefined) {
      const full = this.#readText();
      this.#returnedAt = returnedMessageAt(full);
      this.#fullText = full;
      this.#text = this.#returnedAt < 0 ? full : full.slice(0, this.#returnedAt);
    }
    return this.#text;
  }

  /** The beginning of it in lower case, where set phrases are looked for: a report says at once what it is. */
  get textHead(): string {
    this.#textHead ??= this.text.slice(0, HEAD_FOR_PHRASES).toLowerCase();
    return this.#textHead;
  }

  /** The same with the returned message, where that stands in the text. */
  get fullText(): string {
    void this.text;
    return this.#fullText;
  }

  /** {@link text} in lower case, with straight apostrophes and common spaces: what set phrases are looked for in. */
  get plainText(): string {
    this.#plainText ??= plain(this.text);
    return this.#plainText;
  }

  /**
   * The first text part of a report, whole. {@link text} ends where headers begin; some MTAs quote a few headers of
   * the message first and say only below them what happened. Others put their words into a part that they call an
   * attachment.
   */
  get wholeText(): string {
    if (this.#wholeText === undefined) {
      const { parts } = this.mail;
      const part = this.part('text/plain') ?? (parts.length === 1 ? this.part('text/html') : null);
      this.#wholeText = part === null ? '' : this.#textOf(part);
    }
    return this.#wholeText;
  }

  #textOf(part: Part): string {
    if (this.#decoded?.part === part) return this.#decoded.text;
    const text = partText(this.mail, part);
    this.#decoded ??= { part, text };
    return text;
  }

  #readText(): string {
    const texts: string[] = [];
    let html: Part | null = null;
    for (const part of this.mail.parts) {
      if (part.inside > 0 || texts.length >= MAX_TEXT_PARTS) break;
      const { type } = part.contentType;
      if (part.headers.get('content-disposition')?.toLowerCase().startsWith('attachment')) continue;
      if (type === 'text/plain' || (type === 'text/html' && this.mail.parts.length === 1))
        texts.push(this.#textOf(part));
      else if (type === 'text/html') html ??= part;
      else if (type.startsWith('multipart/') && part.start < part.end) {
        // qmail and some gateways write their explanation into the preamble
        const preamble = this.mail.raw.slice(part.start, part.end).trim();
        if (preamble.includes('@')) texts.push(decodeText(preamble, part.headers, part.contentType));
      }
    }
    if (!texts.some((text) => text.trim() !== '') && html !== null) texts.push(this.#textOf(html));
    return texts.length === 1 ? (texts[0] as string) : texts.join('\n');
  }

  /** The headers of the message that came back: attached, quoted below the report, or null. */
  get returned(): Headers | null {
    if (this.#returned === undefined) this.#returned = this.#findReturned();
    return this.#returned;
  }

  #findReturned(): Headers | null {
    const { parts, raw } = this.mail;
    for (const [i, part] of parts.entries()) {
      if (
        part.contentType.type === 'text/rfc822-headers' ||
        part.contentType.type === 'message/rfc822-headers' ||
        part.contentType.type === 'message/global-headers'
      ) {
        return (
          this.#returnedAsItStands(part) ??
          parseReturned(
            decodeText(raw.slice(part.start, part.end), part.headers, { ...part.contentType, type: 'text/plain' }),
          )
        );
      }
      const inner = parts[i + 1];
      if (part.inside === 0 && part.contentType.type.startsWith('message/') && inner?.inside === 1)
        return inner.headers;
      if (part.inside === 0 && part.contentType.type === 'message/partial')
        return parseReturned(normaliseLineEnds(raw.slice(part.start, part.end)));
    }
    void this.text;
    return this.#returnedAt < 0 ? null : parseReturned(this.#fullText.slice(this.#returnedAt));
  }

  /** Returned headers that can be read without decoding what holds them, as nearly all can; null for others. */
  #returnedAsItStands(part: Part): Headers | null {
    const { raw } = this.mail;
    const start = skipBlankLines(raw, part.start);
    if (!identity.test(part.headers.get('content-transfer-encoding') ?? '')) return null;
    const { headers, end, truncated } = parseHeaders(raw, start, part.end);
    if (headers.size === 0 || truncated || end - start > MAX_AS_IT_STANDS) return null;
    const block = raw.slice(start, end);
    return isAscii(block) && !block.includes('\x1b') && !/\r(?!\n)|\0/.test(block) && firstHeader.test(block)
      ? headers
      : null;
  }

  /** The identity of the message that came back. */
  get original(): OriginalMessage {
    this.#original ??= this.returned === null ? noMessage() : originalMessage(this.returned);
    // A copy for each reading: later steps write into it.
    return { ...this.#original };
  }

  /** What the last server that looked wrote on the message that came back. */
  get authentication(): Authentication | null {
    if (this.#authentication === undefined)
      this.#authentication = this.returned === null ? null : authenticationOf(this.returned);
    return this.#authentication;
  }

  /** The return path of the message that came back, which is whom this bounce was sent to. */
  get originalSender(): string | null {
    if (this.#originalSender === undefined) this.#originalSender = this.#findSender();
    return this.#originalSender;
  }

  #findSender(): string | null {
    const { returned } = this;
    for (const name of ['return-path', 'x-envelope-from', 'x-envelope-sender']) {
      const address = readAddress(returned?.get(name) ?? null);
      if (address !== null) return address;
    }
    return (
      readAddress(returned?.get('sender') ?? null) ??
      readAddress(returned?.get('from') ?? null) ??
      readAddress(this.headers.get('to'))
    );
  }
}

/** Longest block of returned headers that is read without being decoded; longer ones are counted in lines. */
const MAX_AS_IT_STANDS = 16_384;
const firstHeader = /^[A-Za-z][A-Za-z0-9-]{1,60}:/;

/** Lines that may stand before quoted headers, and lines of these that are read. */
const MAX_BEFORE = 20;
const MAX_LINES = 400;

/** Headers that stand in text behind a line such as `--- Below this line is a copy of the message.` */
function parseReturned(text: string): Headers | null {
  let at = 0;
  for (let before = 0; before <= MAX_BEFORE && at < text.length; before++) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, end);
    if (quotedHeader.test(line)) {
      // Some MTAs indent or quote the whole block.
      const indent = /^[\s>]*/.exec(line)?.[0] ?? '';
      const block = indent === '' ? text : unindented(text.slice(at, endOfLines(text, at)), indent);
      const start = indent === '' ? at : 0;
      const { headers } = parseHeaders(block, start, indent === '' ? endOfLines(text, at) : block.length);
      return headers.size > 0 ? headers : null;
    }
    at = end + 1;
  }
  return null;
}

const quotedHeader = /^\s*>?\s*[A-Za-z][A-Za-z0-9-]{1,60}:/;

function unindented(block: string, indent: string): string {
  return block
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
}

/** Where the last line ends that is read of a block. */
function endOfLines(text: string, start: number): number {
  let end = start - 1;
  for (let lines = 0; lines < MAX_LINES; lines++) {
    end = text.indexOf('\n', end + 1);
    if (end < 0) return text.length;
  }
  return end;
}
