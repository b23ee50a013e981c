import type { Stretch } from './plain-view.ts';

/** Content that stands encoded in a text: what it holds is not looked at, so that it is left out as a whole. */
export interface EncodedBlock extends Stretch {
  readonly encoding: 'base64' | 'uuencode';
}

/** A line of base64 from this length on begins a block by itself; RFC 2045 allows 76, PGP writes 64. */
const MIN_FIRST_LINE = 40;

const base64 = new Uint8Array(128);
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/') base64[sign.charCodeAt(0)] = 1;

/**
 * Finds bodies and lines of base64 and of uuencode, one pass over the lines.
 *
 * @param source any text
 * @returns stretches of whole lines without their last line break, ascending
 */
export function encodedBlocks(source: string): EncodedBlock[] {
  const blocks: EncodedBlock[] = [];
  let open: { start: number; end: number } | null = null;
  /** A header announced base64: waiting for the blank line, then within the body. */
  let announced: 'no' | 'head' | 'body' = 'no';
  let uuencodeFrom = -1;
  /** Looked for once: a search from each of many beginnings would take quadratic time. */
  let lastUuencodeEnd: number | null = null;
  for (let at = 0; at < source.length; ) {
    const newline = source.indexOf('\n', at);
    const next = newline < 0 ? source.length : newline + 1;
    let end = newline < 0 ? source.length : newline;
    if (source[end - 1] === '\r') end--;
    const start = contentStart(source, at, end);
    if (uuencodeFrom >= 0) {
      if (/^end\s*$/.test(source.slice(start, Math.min(end, start + 8)))) {
        if (at > uuencodeFrom) blocks.push({ start: uuencodeFrom, end: at - 1, encoding: 'uuencode' });
        uuencodeFrom = -1;
      }
      at = next;
      continue;
    }
    const isBody = announced === 'body';
    const isLikely = isBody || (open !== null && (end - start) % 4 === 0);
    if (start < end && isBase64(source, start, end, isLikely ? 1 : MIN_FIRST_LINE)) {
      if (open === null) open = { start, end };
      else open.end = end;
    } else {
      if (open !== null) blocks.push({ ...open, encoding: 'base64' });
      open = null;
      if (start === end) {
        if (announced === 'head') announced = 'body';
      } else {
        if (isBody) announced = 'no';
        const line = source.slice(start, Math.min(end, start + 64));
        if (/^content-transfer-encoding:\s{0,8}base64/i.test(line)) announced = 'head';
        else if (line.startsWith('--')) announced = 'no';
        else if (/^begin [0-7]{3,4} ./.test(line)) {
          lastUuencodeEnd ??= source.lastIndexOf('\nend');
          if (lastUuencodeEnd >= end) uuencodeFrom = next;
        }
      }
    }
    at = next;
  }
  if (open !== null) blocks.push({ ...open, encoding: 'base64' });
  return blocks;
}

/** Where a line begins behind the signs of a quotation. */
function contentStart(source: string, at: number, end: number): number {
  let start = at;
  while (start < end && (source[start] === '>' || source[start] === ' ')) start++;
  return start;
}

/** Whether a line is nothing but base64. A long one by itself must look random: capitals, small letters and digits. */
function isBase64(source: string, start: number, end: number, least: number): boolean {
  if (end - start < least) return false;
  let last = end;
  while (last > start && last > end - 2 && source[last - 1] === '=') last--;
  let classes = 0;
  for (let at = start; at < last; at++) {
    const code = source.charCodeAt(at);
    if (code >= 128 || base64[code] === 0) return false;
    classes |= code >= 0x61 ? 1 : code >= 0x41 ? 2 : 4;
  }
  return least === 1 || classes === 7;
}
