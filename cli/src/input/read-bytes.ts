import { createReadStream } from 'node:fs';
import { UsageError } from '../usage-error.ts';

/** Largest message that is read: providers take 50 MB at most, and base64 makes a third more of it. */
const MAX_BYTES = 70 * 1024 * 1024;

/**
 * Reads a message as it is, or standard input for `-`.
 *
 * @throws UsageError for what cannot be read, or is larger than any message
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of path === '-' ? process.stdin : createReadStream(path)) {
      pieces.push(piece as Buffer);
      length += (piece as Buffer).length;
      if (length > MAX_BYTES) break;
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new UsageError(`${path}: it cannot be read (${code}). Check the path and its permissions.`, { cause: error });
  }
  if (length > MAX_BYTES) throw new UsageError(`${path}: it has more than ${MAX_BYTES} bytes. Name one message.`);
  return Buffer.concat(pieces);
}
