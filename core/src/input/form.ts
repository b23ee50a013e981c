import { isMbox } from '../container/mbox.ts';
import { toByteString } from '../message/byte-string.ts';
import { parseHeaders } from '../message/headers.ts';
import { detectLog } from '../read/log/index.ts';
import { recognisesExport } from '../read/export/index.ts';
import { isFolded } from '../read/reply.ts';

/** In which form an input comes. `as` in the options names one of these and ends the guessing. */
export const inputForms = ['mail', 'mbox', 'msg', 'html', 'text', 'reply', 'log', 'webhook', 'export'] as const;

/** One of {@link inputForms}. */
export type InputForm = (typeof inputForms)[number];

/** Names of headers that only mails begin with: one of them among the first fields makes a mail. */
const mailHeaders = ['from', 'to', 'subject', 'date', 'received', 'return-path', 'message-id', 'mime-version', 'delivered-to', 'x-original-to', 'content-type', 'auto-submitted', 'authentication-results', 'dkim-signature', 'arc-seal', 'x-store-info', 'x-message-delivery'];

/** OLE compound file: Outlook's .msg ([MS-CFB] section 2.2). */
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Recognises the form of an input from its first bytes (64 KiB suffice). */
export function detectForm(head: Uint8Array): InputForm {
  if (ole.every((byte, i) => head[i] === byte)) return 'msg';
  if (isMbox(head)) return 'mbox';
  return detectTextForm(toByteString(head));
}

/** The same for text that somebody has decoded already. */
export function detectTextForm(head: string): InputForm {
  const text = head.replace(/^(?:\u00ef\u00bb\u00bf|\ufeff)/, '').replace(/^\s+/, '');
  const first = text[0];
  if (first === '{' || first === '[') {
    const lines = linesOf(text);
    if (first === '{' && detectLog(lines) !== null) return 'log';
    if (/^[[{]\s*(?:["[{\]}]|$)/.test(text)) return 'webhook';
  }
  if (beginsMail(text)) return 'mail';
  if (/^<(?:!doctype html|html|head|body|div|table|p|meta|style)\b/i.test(text)) return 'html';
  const lines = linesOf(text);
  if (detectLog(lines) !== null) return 'log';
  if (recognisesExport(lines[0] ?? '')) return 'export';
  if (isForm(lines)) return 'webhook';
  return isReplyList(lines) ? 'reply' : 'text';
}

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/, 200);
}

function beginsMail(text: string): boolean {
  const { headers } = parseHeaders(text, 0, Math.min(text.length, 16_384));
  const names = headers.names();
  if (names.length < 2) return false;
  return names.slice(0, 40).some((name) => mailHeaders.includes(name)) && !names.includes('final-recipient') && !names.includes('diagnostic-code');
}

/** `mandrill_events=%5B…`, `event=failed&recipient=…`: a form as it was posted. */
function isForm(lines: readonly string[]): boolean {
  const line = lines[0] ?? '';
  return lines.filter((other) => other.trim() !== '').length === 1 && /^[\w.[\]-]{1,64}=[^\s<>"]*(?:&[\w.%[\]-]{1,64}=[^\s<>"]*)*$/.test(line) && /%[0-9A-Fa-f]{2}|&/.test(line);
}

const replyStart = /^["'(<>\s]*(?:(?:smtp|diagnostic-code|error|reply|response|said|remote server returned)\s*[;:]\s*)*["']?[245]\d\d(?:[ -]|$)/i;

/** Several lines each of which begins as a reply does, and which are not one reply folded by its server. */
function isReplyList(lines: readonly string[]): boolean {
  const said = lines.filter((line) => line.trim() !== '');
  if (said.length < 2 || !said.every((line) => replyStart.test(line))) return false;
  return !isFolded(said);
}
