import { textToByteString, toBytes } from '../message/byte-string.ts';

/** RFC 2045 section 6.7 (5), without the `=` of a soft line break. */
const MAX_LINE = 75;

/** A text with `\n` line ends as quoted-printable UTF-8 with CRLF (RFC 2045 section 6.7). */
export function quotedPrintable(text: string): string {
  return text
    .split('\n')
    .map((line) => encodeLine(line))
    .join('\r\n');
}

function encodeLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  const bytes = toBytes(textToByteString(line));
  for (const [place, byte] of bytes.entries()) {
    const isBlank = byte === 0x20 || byte === 0x09;
    const isPlain = (byte > 0x20 && byte < 0x7f && byte !== 0x3d) || (isBlank && place < bytes.length - 1);
    const encoded = isPlain ? String.fromCharCode(byte) : hex(byte);
    if (current.length + encoded.length > MAX_LINE) {
      lines.push(`${current}=`);
      current = '';
    }
    current += current === '' && isSpecial(bytes, place) ? hex(byte) : encoded;
  }
  lines.push(current);
  return lines.join('\r\n');
}

function hex(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20];

/** A dot and "From " at the beginning of a line mean something to those who pass it on or keep it (RFC 5321 section 4.5.2, mbox). */
function isSpecial(bytes: Uint8Array, place: number): boolean {
  return bytes[place] === 0x2e || FROM.every((byte, i) => bytes[place + i] === byte);
}
