import { Buffer } from 'node:buffer';

/** RFC 6376 section 3.4. */
export type Canonicalization = 'simple' | 'relaxed';

const SPACE = 0x20;
const TAB = 0x09;
const CR = 0x0d;
const LF = 0x0a;
const CRLF = Buffer.from('\r\n');

/**
 * A body as it is hashed (RFC 6376 sections 3.4.3 and 3.4.4).
 *
 * @param body with CRLF as line ends
 */
export function canonicalBody(body: Buffer, canonicalization: Canonicalization): Buffer {
  return canonicalization === 'simple' ? simpleBody(body) : relaxedBody(body);
}

function simpleBody(body: Buffer): Buffer {
  const end = withoutEmptyLines(body, body.length);
  if (end + 2 <= body.length) return body.subarray(0, end + 2);
  return Buffer.concat([body.subarray(0, end), CRLF]);
}

function relaxedBody(body: Buffer): Buffer {
  // one blank for many, none at line ends: never longer than before, but for the CRLF of the last line
  const out = Buffer.allocUnsafe(body.length + 2);
  let to = 0;
  let blank = false;
  for (let i = 0; i < body.length; i++) {
    const unit = body[i] as number;
    if (unit === SPACE || unit === TAB) {
      blank = true;
      continue;
    }
    const endsLine = unit === CR && body[i + 1] === LF;
    if (blank && !endsLine) out[to++] = SPACE;
    blank = false;
    out[to++] = unit;
    if (endsLine) {
      out[to++] = LF;
      i++;
    }
  }
  const end = withoutEmptyLines(out, to);
  if (end === 0) return out.subarray(0, 0);
  out[end] = CR;
  out[end + 1] = LF;
  return out.subarray(0, end + 2);
}

/** Where the content ends, with the line ends after it left out. */
function withoutEmptyLines(bytes: Buffer, length: number): number {
  let end = length;
  while (end >= 2 && bytes[end - 2] === CR && bytes[end - 1] === LF) end -= 2;
  return end;
}

/**
 * A header field as it is signed (RFC 6376 sections 3.4.1 and 3.4.2), without the CRLF at its end.
 *
 * @param line name, colon and value with their folds, one UTF-16 unit per octet
 */
export function canonicalField(line: string, canonicalization: Canonicalization): string {
  if (canonicalization === 'simple') return line;
  const flat = line.replaceAll('\r\n', '');
  const colon = flat.indexOf(':');
  const value = trimBlanks(flat.slice(colon + 1).replace(/[ \t]+/g, ' '));
  return colon < 0 ? value : `${fieldName(line)}:${value}`;
}

/** The name of a field in lower case, without the blanks or the fold that may stand before its colon (RFC 5322 section 4.5.8). */
export function fieldName(line: string): string {
  const colon = line.indexOf(':');
  return lowerAscii(trimBlanks((colon < 0 ? line : line.slice(0, colon)).replaceAll('\r\n', '')));
}

/**
 * A signature field as it signs itself: the value of its last `b=` emptied, all else as it stands (RFC 6376 section
 * 3.7).
 */
export function withoutSignature(line: string): string {
  const colon = line.indexOf(':') + 1;
  const tags = line.slice(colon).split(';');
  const at = tags.findLastIndex((tag) => /^[ \t\r\n]*b[ \t\r\n]*=/.test(tag));
  const tag = tags[at];
  if (tag === undefined) return line;
  tags[at] = tag.slice(0, tag.indexOf('=') + 1);
  return line.slice(0, colon) + tags.join(';');
}

/** Octets above 127 are parts of UTF-8 and have no case of their own. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function trimBlanks(text: string): string {
  let start = 0;
  while (isBlank(text.charCodeAt(start))) start++;
  return trimEnd(text.slice(start));
}

function trimEnd(text: string): string {
  let end = text.length;
  while (isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
}

function isBlank(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}
