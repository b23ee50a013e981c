import type { Span } from '../span.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 as it was read: what stands in it besides the alphabet is noted and skipped. */
export interface Base64Reading {
  readonly bytes: Uint8Array;
  /** Where letters stand that base64 has not, white space and padding aside: offsets into the text. */
  readonly strange: readonly Span[];
  /** Whether white space stands between letters. */
  readonly spaced: boolean;
  /** Letters beyond whole groups of four, padding counted as it should be: 0 where the text is whole. */
  readonly lacking: number;
  /** Where padding stands before the end; null where it does not. */
  readonly earlyPadding: number | null;
}

/** Reads base64 (RFC 4648 section 4), white space allowed (RFC 6376 section 3.6.1). Never throws. */
export function readBase64(text: string): Base64Reading {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  const strange: [number, number][] = [];
  let [size, bits, width, letters, padding] = [0, 0, 0, 0, 0];
  const end = text.trimEnd().length;
  let spaced = false;
  let earlyPadding: number | null = null;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (letter === '=') {
      padding++;
      continue;
    }
    if (/\s/.test(letter)) {
      spaced ||= letters > 0 && at < end;
      continue;
    }
    const value = alphabet.indexOf(letter);
    if (value < 0) {
      const last = strange.at(-1);
      if (last?.[1] === at) last[1] = at + 1;
      else strange.push([at, at + 1]);
      continue;
    }
    if (padding > 0 && earlyPadding === null) earlyPadding = at - 1;
    letters++;
    bits = ((bits << 6) | value) & 0xffffff;
    width += 6;
    if (width >= 8) {
      width -= 8;
      bytes[size++] = (bits >> width) & 0xff;
    }
  }
  const over = (letters + padding) % 4;
  return { bytes: bytes.slice(0, size), strange, spaced, lacking: over === 0 ? 0 : 4 - over, earlyPadding };
}

/** Writes base64 with padding. */
export function writeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = Math.min(4, bytes.length - at + 1);
    for (let i = 0; i < 4; i++) text += i < letters ? alphabet[(group >> (18 - 6 * i)) & 63] : '=';
  }
  return text;
}
