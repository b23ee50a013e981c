import { toByteString } from './byte-string.ts';
import { MAX_STRETCH, STRETCH_TAIL } from './limits.ts';

const DASH = 0x2d;
const NEWLINE = 0x0a;

/**
 * Bytes of a mail to the byte string that the readers work on. A returned photo is no part of a
 * bounce's story: of every stretch between two boundary-like lines only the beginning and the end
 * are kept, so that a mail of 32 MiB costs little more than finding its dashes.
 */
export function skim(bytes: Uint8Array): string {
  if (bytes.length <= MAX_STRETCH) return toByteString(bytes);
  const kept: string[] = [];
  let keepFrom = 0;
  let start = 0;
  while (start < bytes.length) {
    const end = nextBoundaryLike(bytes, start + 1);
    if (end - start > MAX_STRETCH) {
      kept.push(toByteString(bytes.subarray(keepFrom, start + MAX_STRETCH - STRETCH_TAIL)), '\n');
      keepFrom = end - STRETCH_TAIL;
    }
    start = end;
  }
  kept.push(toByteString(bytes.subarray(keepFrom)));
  return kept.join('');
}

/** Offset of the next line that begins with `--`, or the end. */
function nextBoundaryLike(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(DASH, from); at >= 0; at = bytes.indexOf(DASH, at + 1)) {
    if (bytes[at + 1] === DASH && bytes[at - 1] === NEWLINE) return at;
  }
  return bytes.length;
}
