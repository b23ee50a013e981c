import { textToByteString, toByteString } from '../../message/byte-string.ts';
import { deliveryStatusOf, reportedAction } from './delivery-status.ts';
import { headerValue } from './header-value.ts';
import { mailHeaders, originalHeaders } from './mail-headers.ts';
import type { MsgAttachment, MsgMessage } from './message.ts';

/** How the lines begin that part a mail from here; the depth makes those of inner mails differ. */
const BOUNDARY = '=_msg_';
/** How many boundaries are tried: each costs a search of the whole mail. */
const MAX_BOUNDARIES = 8;
/** Bytes of an attachment that is carried over. */
const MAX_PART = 4 * 1024 * 1024;
/** Parts that a reader of bounces reads; of every other attachment only name and type are written. */
const CARRIED =
  /^(?:message\/(?:(?:global-)?(?:delivery-status|disposition-notification|headers)|x-delivery-status|rfc822-headers|feedback-report|rfc822|global)|text\/(?:rfc822-headers|plain|html))$/;

interface Part {
  readonly type: string;
  /** With the blank line between its header and body. */
  readonly text: string;
}

/**
 * Writes a message as the byte string of a mail (RFC 5322, RFC 2046): its headers, its text as UTF-8, and
 * what reports carry. A report that Exchange took apart gets its delivery-status part back.
 *
 * @param depth how many mails stand around this one
 */
export function writeMail(message: MsgMessage, depth: number): string {
  const attached = message.attachments.map((attachment) => attachedPart(attachment, depth));
  const parts = [textPart(message), ...reportParts(message, attached), ...attached];
  const headers = mailHeaders(message);
  const first = parts[0];
  if (parts.length === 1 && first !== undefined) return `${lines([...headers, 'MIME-Version: 1.0'])}${first.text}`;
  const texts = parts.map(({ text }) => text);
  const boundary = freeBoundary(texts, depth);
  const type = `Content-Type: ${container(parts)}; boundary="${boundary}"`;
  const body = texts.map((text) => `--${boundary}\r\n${escaped(text, boundary)}\r\n`).join('');
  return `${lines([...headers, 'MIME-Version: 1.0', type, ''])}${body}--${boundary}--\r\n`;
}

/** A boundary that no part holds, of a few: there is no randomness here, and an attacker could name them all. */
function freeBoundary(texts: readonly string[], depth: number): string {
  const names = Array.from({ length: MAX_BOUNDARIES }, (_, i) => `${BOUNDARY}${depth}_${i}`);
  return names.find((name) => texts.every((text) => !text.includes(`--${name}`))) ?? `${BOUNDARY}${depth}`;
}

/** Takes the lines that would end a part out of it, where no boundary was free. */
function escaped(text: string, boundary: string): string {
  return text.includes(`--${boundary}`) ? text.replaceAll(`--${boundary}`, `-- ${boundary}`) : text;
}

function container(parts: readonly Part[]): string {
  const has = (name: string) => parts.some(({ type }) => type.startsWith('message/') && type.endsWith(name));
  const report = ['delivery-status', 'feedback-report', 'disposition-notification'].find(has);
  return report === undefined ? 'multipart/mixed' : `multipart/report; report-type=${report}`;
}

/** What the message says to people. A report's own text is added where the body does not repeat it. */
function textPart({ body, html, reportText }: MsgMessage): Part {
  const plain = [body, reportText].filter((text) => text !== null && text.trim() !== '').map((text) => text ?? '');
  const [shown = '', more] = plain;
  const isHtml = plain.length === 0 && html !== null;
  const text = isHtml ? html : more === undefined || shown.includes(more.trim()) ? shown : `${shown}\n\n${more}`;
  return part(
    isHtml ? 'text/html' : 'text/plain',
    [`Content-Type: text/${isHtml ? 'html' : 'plain'}; charset=utf-8`, 'Content-Transfer-Encoding: 8bit'],
    textToByteString(text),
  );
}

/** The parts of a report that its properties stand for, where no attachment brings them. */
function reportParts(message: MsgMessage, attached: readonly Part[]): Part[] {
  const parts: Part[] = [];
  const has = (name: string) => attached.some(({ type }) => type.endsWith(name));
  const action = reportedAction(message.messageClass);
  if (action !== null && message.recipients.length > 0 && !has('delivery-status')) {
    parts.push(
      part('message/delivery-status', ['Content-Type: message/delivery-status'], deliveryStatusOf(message, action)),
    );
  }
  const receipt = /^REPORT\..*\.IPN(N?)RN$/i.exec(message.messageClass);
  if (receipt !== null && !has('disposition-notification')) {
    parts.push(
      part(
        'message/disposition-notification',
        ['Content-Type: message/disposition-notification'],
        dispositionOf(message, receipt[1] === ''),
      ),
    );
  }
  const original = originalHeaders(message.original);
  if (
    (action !== null || receipt !== null) &&
    original.length > 0 &&
    !has('rfc822') &&
    !has('headers') &&
    !has('message/global')
  ) {
    parts.push(part('text/rfc822-headers', ['Content-Type: text/rfc822-headers; charset=utf-8'], lines(original)));
  }
  return parts;
}

/** RFC 8098 section 3.2 from a read receipt: who read it, or deleted it unread. */
function dispositionOf(message: MsgMessage, wasRead: boolean): string {
  const { address } = message.from;
  const id = message.original.messageId;
  return lines([
    ...(address === null ? [] : [`Final-Recipient: rfc822; ${headerValue(address)}`]),
    ...(id === null ? [] : [`Original-Message-ID: ${headerValue(id)}`]),
    `Disposition: manual-action/MDN-sent-manually; ${wasRead ? 'displayed' : 'deleted'}`,
  ]);
}

function attachedPart(attachment: MsgAttachment, depth: number): Part {
  const { message, data } = attachment;
  const type = typeOf(attachment);
  const name = attachment.name === null ? null : headerValue(attachment.name).replace(/["\\]/g, '');
  // What is written here parts its own text by another boundary already.
  if (message !== null)
    return { type: 'message/rfc822', text: `Content-Type: message/rfc822\r\n\r\n${writeMail(message, depth + 1)}` };
  // What a report's parts say is read where they stand, so they are not marked as files.
  const isFile = !type.startsWith('message/') && !type.endsWith('-headers');
  const disposition = isFile ? [`Content-Disposition: attachment${name === null ? '' : `; filename="${name}"`}`] : [];
  return part(
    type,
    [`Content-Type: ${type}`, ...disposition],
    CARRIED.test(type) ? toByteString(data.subarray(0, MAX_PART)) : '',
  );
}

/**
 * The MIME type of an attachment. Outlook calls the status part of a mail that came over POP or IMAP
 * `ATT00001.txt` or `details.txt`, and does not always keep its type.
 */
function typeOf({ mimeType, name, data }: MsgAttachment): string {
  const beginning = toByteString(data.subarray(0, 2048));
  if (
    /^(?:Reporting-MTA|Final-Recipient|Original-Envelope-Id|Arrival-Date): ?\S/im.test(beginning) &&
    /^[A-Za-z-]{2,40}:/.test(beginning.trimStart()) &&
    !/^(?:from|received|subject):/im.test(beginning)
  ) {
    return 'message/delivery-status';
  }
  if (mimeType !== null && /^[\w.+-]{1,64}\/[\w.+-]{1,64}$/.test(mimeType)) return mimeType;
  return name?.toLowerCase().endsWith('.eml') ? 'message/rfc822' : 'application/octet-stream';
}

function part(type: string, headers: readonly string[], body: string): Part {
  return { type, text: `${lines([...headers, ''])}${body.replace(/\r\n?|\n/g, '\r\n')}` };
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\r\n`).join('');
}
