import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

export interface Body {
  /** At most the limit. */
  readonly bytes: Uint8Array;
  /** Whether more would have come. */
  readonly tooLarge: boolean;
}

/**
 * Reads a body up to a limit, counted after its content coding is undone: a few kilobytes of gzip can hold
 * gigabytes. No coding is asked for; some servers use one all the same.
 *
 * @throws Error where the coding is unknown or the data is not what it says
 */
export async function readBody(message: Readable, coding: string, limit: number): Promise<Body> {
  const name = coding.trim().toLowerCase();
  const decoder = name === '' || name === 'identity' ? undefined : decoders[name];
  if (decoder === undefined && name !== '' && name !== 'identity')
    throw new Error(`the body is coded as "${name}", which was not asked for`);
  const source = decoder === undefined ? message : decode(message, decoder());
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) {
      message.destroy();
      return { bytes: Buffer.concat(chunks).subarray(0, limit), tooLarge: true };
    }
  }
  return { bytes: Buffer.concat(chunks), tooLarge: false };
}

function decode(message: Readable, decoder: Transform): Transform {
  message.once('error', (error) => decoder.destroy(error));
  message.once('close', () => {
    if (!message.readableEnded) decoder.destroy(new Error('the body ended early'));
  });
  return message.pipe(decoder);
}
