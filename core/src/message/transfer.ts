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

const hexPair = /=([0-9A-Fa-f]{2})/g;

/** `=3D` and soft line breaks; whatever is malformed stays as it stands (RFC 2045 section 6.7). */
export function decodeQuotedPrintable(text: string): string {
  if (!text.includes('=')) return text;
  return text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(hexPair, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)));
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

