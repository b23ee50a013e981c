import { isMbox } from '../container/mbox.ts';
import { toByteString } from '../message/byte-string.ts';
import { looksLikeHeaderlessExport, recognisesExport } from '../read/export/index.ts';
import { detectLog } from '../read/log/index.ts';
import { isFolded } from '../read/reply.ts';

/** In which form an input comes. `as` in the options names one of these and ends the guessing. */
export const inputForms = ['mail', 'mbox', 'msg', 'html', 'text', 'reply', 'log', 'webhook', 'export'] as const;

/** One of {@link inputForms}. */
export type InputForm = (typeof inputForms)[number];

/** Headers that only mails begin with: one of them before the first blank line makes a mail. */
const mailHeader =
  /^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|x-original-to|content-type|auto-submitted|authentication-results|dkim-signature|arc-seal|x-store-info|x-message-delivery)\s?:/im;

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
  const text = head.trimStart();
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
  if (recognisesExport(lines[0] ?? '') || looksLikeHeaderlessExport(lines)) return 'export';
  if (isForm(lines)) return 'webhook';
  return isReplyList(lines) ? 'reply' : 'text';
}

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/, 200);
}

/**
 * What Exchange puts before the subject of the message that it reports on. Copied from a mail program, such a line stands
 * above the report without its `Subject:`, and is no header.
 */
const reportSubject = /^(?:undeliverable|unzustellbar|onbestelbaar|delayed)\s?:/i;

/** A header line at the start, and one that only mails have before the first blank line. */
function beginsMail(text: string): boolean {
  if (!/^[!-9;-~]{1,76}\s?:/.test(text) || reportSubject.test(text)) return false;
  const blank = /\n\r?\n|\r\r/.exec(text.slice(0, 16_384));
  const block = blank === null ? text.slice(0, 16_384) : text.slice(0, blank.index);
  return (
    mailHeader.test(block) &&
    (block.includes('\n') || block.includes('\r')) &&
    !/^(?:final-recipient|diagnostic-code)\s?:/im.test(block)
  );
}

/** `mandrill_events=%5B…`, `event=failed&recipient=…`: a form as it was posted. */
function isForm(lines: readonly string[]): boolean {
  const line = lines[0] ?? '';
  return (
    lines.filter((other) => other.trim() !== '').length === 1 &&
    /^[\w.[\]-]{1,64}=[^\s<>"]*$/.test(line) &&
    /%[0-9A-Fa-f]{2}|&/.test(line)
  );
}

const replyStart =
  /^["'(<>\s]*(?:(?:smtp|diagnostic-code|error|reply|response|said|remote server returned)\s*[;:]\s*)*["']?[245]\d\d(?:[ -]|$)/i;

/** Several lines each of which begins as a reply does, and which are not one reply folded by its server. */
function isReplyList(lines: readonly string[]): boolean {
  const said = lines.filter((line) => line.trim() !== '');
  if (said.length < 2 || !said.every((line) => replyStart.test(line))) return false;
  return !isFolded(said);
}
