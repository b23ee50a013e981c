import { toByteString } from './byte-string.ts';

/** Undoes a Content-Transfer-Encoding (RFC 2045 section 6). Byte string in, byte string out; never throws. */
export function decodeTransfer(text: string, encoding: string | null): string {
  switch (encoding?.trim().toLowerCase()) {
    case 'base64':
      return decodeBase64(text);
    case 'quoted-printable':
      return decodeQuotedPrintable(text);
    default:
      return text;
  }
}

/** White space that somebody put behind the `=` of a soft line break, and the break. */
const softBreak = /[ \t]*\r?\n/y;

/** `=3D` and soft line breaks; whatever is malformed stays as it stands (RFC 2045 section 6.7). */
export function decodeQuotedPrintable(text: string): string {
  let at = text.indexOf('=');
  if (at < 0) return text;
  const decoded: string[] = [];
  let from = 0;
  while (at >= 0) {
    const high = hexDigit(text.charCodeAt(at + 1));
    const low = high < 0 ? -1 : hexDigit(text.charCodeAt(at + 2));
    let end = at;
    if (low >= 0) {
      decoded.push(text.slice(from, at), String.fromCharCode((high << 4) | low));
      end = at + 3;
    } else {
      softBreak.lastIndex = at + 1;
      if (softBreak.test(text)) {
        decoded.push(text.slice(from, at));
        end = softBreak.lastIndex;
      }
    }
    if (end > at) from = end;
    at = text.indexOf('=', Math.max(end, at + 1));
  }
  decoded.push(text.slice(from));
  return decoded.join('');
}

function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

const base64Values = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) {
  base64Values['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.charCodeAt(i)] = i;
}

/** Base64 with line breaks; foreign characters are skipped, as RFC 2045 section 6.8 asks. */
export function decodeBase64(text: string): string {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x3d) {
      // "=" ends a group; encoders that concatenate groups go on after it
      held = 0;
      continue;
    }
    const value = unit < 128 ? (base64Values[unit] ?? -1) : -1;
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[length++] = (bits >> held) & 0xff;
    }
  }
  return toByteString(bytes.subarray(0, length));
}
