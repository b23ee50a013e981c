import { gunzipSync } from 'node:zlib';

/** Most bytes that are unpacked: a few kilobytes of gzip can hold gigabytes. */
const MAX_UNPACKED = 262_144;

/** A logo as text, or why it is none, as words that follow a colon. */
export type UnpackedSvg =
  | { readonly text: string; readonly bytes: Uint8Array; readonly fault: null }
  | { readonly text: null; readonly bytes: null; readonly fault: string };

/** Unpacks a logo: SVG, or SVGZ (RFC 6170 section 5.2), told by gzip's first two bytes. Never throws. */
export function unpackSvg(bytes: Uint8Array): UnpackedSvg {
  const fail = (fault: string): UnpackedSvg => ({ text: null, bytes: null, fault });
  let plain = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    try {
      plain = gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED });
    } catch (error) {
      const large = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      return fail(large ? `it unpacks to more than ${MAX_UNPACKED} bytes` : 'its gzip data is damaged');
    }
  if (plain.length > MAX_UNPACKED) return fail(`it has more than ${MAX_UNPACKED} bytes`);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(plain), bytes: plain, fault: null };
  } catch {
    return fail('it is not UTF-8');
  }
}
