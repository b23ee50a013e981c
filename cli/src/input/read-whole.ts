import { createReadStream } from 'node:fs';

/** What is read of a text that has to be held as a whole. */
const MAX_WHOLE = 64 * 1024 * 1024;

/** A text, or why it could not be read. */
export interface Whole {
  readonly text: string;
  readonly problem: string | null;
}

/** Reads a text file as a whole, or standard input for `-`. */
export async function readWhole(path: string): Promise<Whole> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of path === '-' ? process.stdin : createReadStream(path)) {
      const bytes = piece as Uint8Array;
      length += bytes.length;
      if (length > MAX_WHOLE) return { text: '', problem: `${path}: it has more than ${MAX_WHOLE} bytes. Split it.` };
      pieces.push(bytes);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    return { text: '', problem: `${path}: it cannot be read (${code}). Check the path and its permissions.` };
  }
  return { text: Buffer.concat(pieces).toString('utf8'), problem: null };
}
