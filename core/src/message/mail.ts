import type { Warning } from '../reading.ts';
import { decodeCharset } from './charset.ts';
import { type ContentType, parseContentType } from './content-type.ts';
import { type Headers, parseHeaders } from './headers.ts';
import { htmlToText } from './html-text.ts';
import { MAX_BOUNDARY, MAX_MESSAGE_NESTING, MAX_NESTING, MAX_PARTS, MAX_TEXT } from './limits.ts';
import { decodeTransfer } from './transfer.ts';

/** A leaf of a mail's tree, or the header block of a message inside it. */
export interface Part {
  readonly headers: Headers;
  readonly contentType: ContentType;
  /** Offsets of the body in the mail's byte string. */
  readonly start: number;
  end: number;
  /** How many messages stand around this part: 0 for the mail's own parts. */
  readonly inside: number;
}

/** A mail cut into its parts. Nothing is decoded yet. */
export interface Mail {
  readonly raw: string;
  readonly headers: Headers;
  readonly contentType: ContentType;
  /** Offset of the first byte after the header block. */
  readonly bodyStart: number;
  /** Leaves and inner messages in their order. A mail without MIME has one part. */
  readonly parts: readonly Part[];
  readonly warnings: readonly Warning[];
}

interface OpenMultipart {
  readonly boundary: string;
  readonly inside: number;
}

/**
 * Cuts a mail into parts in one pass over its boundary lines, without recursion, so that ten
 * thousand nested multiparts or half a million dashes cost no more than their length.
 *
 * @param raw byte string of the mail, as {@link skim} gives it
 */
export function parseMail(raw: string): Mail {
  const top = parseHeaders(raw, 0, raw.length);
  const contentType = parseContentType(top.headers.get('content-type'));
  const parts: Part[] = [];
  const warnings: Warning[] = [];
  if (top.truncated)
    warnings.push(
      tooMany(
        'headers-truncated',
        'The header block is larger than any mail needs; what lies beyond the limit was not read.',
      ),
    );
  const open: OpenMultipart[] = [];
  const level = new Map<string, number>();
  let current: Part | null = null;

  const warnOnce = (warning: Warning): void => {
    if (!warnings.some(({ code }) => code === warning.code)) warnings.push(warning);
  };

  /** Closes the multiparts from a depth on. One that had an outer one's boundary gives it back. */
  const closeFrom = (depth: number): void => {
    for (const { boundary } of open.splice(depth)) {
      const outer = open.findLastIndex((one) => one.boundary === boundary);
      if (outer < 0) level.delete(boundary);
      else level.set(boundary, outer);
    }
  };

  const closeAt = (end: number): void => {
    if (current !== null) current.end = Math.max(current.start, end);
  };

  /** Begins a part whose header block ends at `bodyStart`; opens what is nested in it. */
  const begin = (headers: Headers, type: ContentType, bodyStart: number, inside: number): void => {
    const part: Part = { headers, contentType: type, start: bodyStart, end: raw.length, inside };
    const { boundary } = type;
    if (type.type.startsWith('multipart/') && boundary !== null && boundary !== '' && boundary.length <= MAX_BOUNDARY) {
      if (open.length >= MAX_NESTING) {
        warnOnce(
          tooMany(
            'nesting-truncated',
            `The mail nests more than ${MAX_NESTING} multiparts; the deeper ones were not read.`,
          ),
        );
        current = null;
        return;
      }
      level.set(boundary, open.length);
      open.push({ boundary, inside });
      // The preamble is no part, but some MTAs put their whole explanation there.
      current = part;
      parts.push(part);
      return;
    }
    current = part;
    parts.push(part);
    if (isMessage(type.type) && isIdentity(headers.get('content-transfer-encoding'))) {
      if (inside >= MAX_MESSAGE_NESTING) {
        warnOnce(
          tooMany(
            'nesting-truncated',
            `The mail nests more than ${MAX_MESSAGE_NESTING} messages; the deeper ones were not read.`,
          ),
        );
        return;
      }
      const inner = parseHeaders(raw, skipBlankLines(raw, bodyStart), raw.length);
      if (inner.headers.size === 0) return;
      part.end = bodyStart;
      begin(inner.headers, parseContentType(inner.headers.get('content-type')), inner.end, inside + 1);
    }
  };

  begin(top.headers, contentType, top.end, 0);
  let at = open.length > 0 ? boundaryLine(raw, Math.max(0, top.end - 1)) : -1;
  let examined = 0;
  let own = 0;
  while (at >= 0 && open.length > 0) {
    const lineEnd = endOfLine(raw, at);
    const line = raw.slice(at + 2, Math.min(lineEnd, at + 2 + MAX_BOUNDARY + 2)).trimEnd();
    let depth = level.get(line);
    let closes = false;
    if (depth === undefined && line.endsWith('--')) {
      depth = level.get(line.slice(0, -2));
      closes = depth !== undefined;
    }
    if (depth !== undefined && depth < open.length) {
      closeAt(at - 1);
      closeFrom(closes ? depth : depth + 1);
      const parent = open[depth];
      current = null;
      if (!closes && parent !== undefined) {
        if (++examined > MAX_PARTS) {
          warnOnce(tooMany('parts-truncated', `The mail has more than ${MAX_PARTS} parts; the rest was not read.`));
          // A bomb may stand before the status part: the mail's own parts still get as many again.
          if (depth === 0) {
            if (++own > MAX_PARTS) break;
          } else {
            closeFrom(1);
            at = boundaryLine(raw, lineEnd);
            continue;
          }
        }
        const block = parseHeaders(raw, Math.min(lineEnd + 1, raw.length), raw.length);
        begin(block.headers, parseContentType(block.headers.get('content-type')), block.end, parent.inside);
        at = boundaryLine(raw, Math.max(lineEnd, block.end - 1));
        continue;
      }
    }
    at = boundaryLine(raw, lineEnd);
  }
  return { raw, headers: top.headers, contentType, bodyStart: top.end, parts, warnings };
}

/** The text of a part as people read it: transfer encoding and charset undone, `\n` line ends, at most {@link MAX_TEXT} bytes of it. */
export function partText(mail: Mail, part: Part): string {
  const raw = mail.raw.slice(part.start, Math.min(part.end, part.start + MAX_TEXT));
  return decodeText(raw, part.headers, part.contentType);
}

/** The same for any stretch of a mail. */
export function decodeText(raw: string, headers: Headers, contentType: ContentType): string {
  const bytes = decodeTransfer(raw, headers.get('content-transfer-encoding'));
  const text = normaliseLineEnds(decodeCharset(bytes, contentType.charset));
  return contentType.type === 'text/html' ? htmlToText(text) : text;
}

/** CRLF and lone CR to LF. */
export function normaliseLineEnds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

function isMessage(type: string): boolean {
  return type === 'message/rfc822' || type === 'message/global' || type === 'message/news';
}

/** RFC 2046 section 5.2.1 allows a message no other encoding; some gateways encode it all the same. */
function isIdentity(encoding: string | null): boolean {
  return encoding === null || /^(?:7bit|8bit|binary)?$/i.test(encoding);
}

/** Offset of the next line that begins with `--`, searched from the line break at or after `from`. */
function boundaryLine(raw: string, from: number): number {
  if (from === 0 && raw.startsWith('--')) return 0;
  const at = raw.indexOf('\n--', from);
  return at < 0 ? -1 : at + 1;
}

function endOfLine(raw: string, at: number): number {
  const end = raw.indexOf('\n', at);
  return end < 0 ? raw.length : end;
}

/** Offset of the first byte from `at` on that is no line end. */
export function skipBlankLines(raw: string, at: number): number {
  while (at < raw.length && (raw.charCodeAt(at) === 0x0a || raw.charCodeAt(at) === 0x0d)) at++;
  return at;
}

function tooMany(code: string, message: string): Warning {
  return { code, message };
}
