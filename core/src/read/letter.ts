import { type Headers, parseHeaders } from '../message/headers.ts';
import { decodeText, type Mail, normaliseLineEnds, type Part, partText } from '../message/mail.ts';
import type { OriginalMessage } from '../reading.ts';
import { readAddress } from './address.ts';
import { noMessage, originalMessage } from './original-message.ts';
import { returnedMessageAt } from './returned-message.ts';

/** How many text parts of a report are read: some filters put a disclaimer first. */
const MAX_TEXT_PARTS = 4;

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
  #returned: Headers | null | undefined;
  #returnedAt = -1;
  #fullText = '';

  constructor(mail: Mail) {
    this.mail = mail;
    this.headers = mail.headers;
    this.from = (mail.headers.text('from') ?? '').toLowerCase();
    this.subject = (mail.headers.text('subject') ?? '').toLowerCase();
  }

  /** The first part of a type, outside any message that came back. */
  part(type: string): Part | null {
    return this.mail.parts.find((part) => part.contentType.type === type && part.inside === 0) ?? null;
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

  /** The same with the returned message, where that stands in the text. */
  get fullText(): string {
    void this.text;
    return this.#fullText;
  }

  #readText(): string {
    const texts: string[] = [];
    let html: Part | null = null;
    for (const part of this.mail.parts) {
      if (part.inside > 0 || texts.length >= MAX_TEXT_PARTS) break;
      const { type } = part.contentType;
      if (part.headers.get('content-disposition')?.toLowerCase().startsWith('attachment')) continue;
      if (type === 'text/plain' || (type === 'text/html' && this.mail.parts.length === 1)) texts.push(partText(this.mail, part));
      else if (type === 'text/html') html ??= part;
      else if (type.startsWith('multipart/') && part.start < part.end) {
        // qmail and some gateways write their explanation into the preamble
        const preamble = this.mail.raw.slice(part.start, part.end).trim();
        if (preamble.includes('@')) texts.push(decodeText(preamble, part.headers, part.contentType));
      }
    }
    if (!texts.some((text) => text.trim() !== '') && html !== null) texts.push(partText(this.mail, html));
    return texts.join('\n');
  }

  /** The headers of the message that came back: attached, quoted below the report, or null. */
  get returned(): Headers | null {
    if (this.#returned === undefined) this.#returned = this.#findReturned();
    return this.#returned;
  }

  #findReturned(): Headers | null {
    const { parts, raw } = this.mail;
    for (const [i, part] of parts.entries()) {
      if (part.contentType.type === 'text/rfc822-headers' || part.contentType.type === 'message/rfc822-headers' || part.contentType.type === 'message/global-headers') {
        return parseReturned(decodeText(raw.slice(part.start, part.end), part.headers, { ...part.contentType, type: 'text/plain' }));
      }
      const inner = parts[i + 1];
      if (part.inside === 0 && part.contentType.type.startsWith('message/') && inner?.inside === 1) return inner.headers;
      if (part.inside === 0 && part.contentType.type === 'message/partial') return parseReturned(normaliseLineEnds(raw.slice(part.start, part.end)));
    }
    void this.text;
    return this.#returnedAt < 0 ? null : parseReturned(this.#fullText.slice(this.#returnedAt));
  }

  /** The identity of the message that came back. */
  get original(): OriginalMessage {
    return this.returned === null ? noMessage() : originalMessage(this.returned);
  }

  /** The return path of the message that came back, which is whom this bounce was sent to. */
  get originalSender(): string | null {
    const { returned } = this;
    for (const name of ['return-path', 'x-envelope-from', 'x-envelope-sender']) {
      const address = readAddress(returned?.get(name) ?? null);
      if (address !== null) return address;
    }
    return readAddress(returned?.get('sender') ?? null) ?? readAddress(returned?.get('from') ?? null) ?? readAddress(this.headers.get('to'));
  }
}

/** Headers that stand in text behind a line such as `--- Below this line is a copy of the message.` */
function parseReturned(text: string): Headers | null {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => /^\s*>?\s*[A-Za-z][A-Za-z0-9-]{1,60}:/.test(line));
  if (first < 0 || first > 20) return null;
  // Some MTAs indent or quote the whole block.
  const indent = /^[\s>]*/.exec(lines[first] ?? '')?.[0] ?? '';
  const block = lines.slice(first, first + 400).map((line) => (indent !== '' && line.startsWith(indent) ? line.slice(indent.length) : line));
  const quoted = block.join('\n');
  const { headers } = parseHeaders(quoted, 0, quoted.length);
  return headers.size > 0 ? headers : null;
}
