import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { type BounceEvent, type DecodeOptions, Decoder } from '@whybounce/core';
import type { InputFile } from './expand-paths.ts';

/** Files up to this size are read in one piece; what has no size (a pipe, /proc) may be of any length. */
const SMALL = 4 * 1024 * 1024;
/** Bytes of a large file that are read at a time. */
const PIECE = 64 * 1024;

/** Decodes a file, telling after each piece how many bytes were read. */
export function readFileInput(
  file: InputFile,
  options: DecodeOptions,
  emit: (event: BounceEvent) => void,
  onBytes: (count: number) => void,
): void {
  const decoder = new Decoder({ ...options, name: file.path }, emit);
  if (file.size > 0 && file.size <= SMALL) {
    const bytes = readFileSync(file.path);
    decoder.push(bytes);
    onBytes(bytes.length);
  } else {
    const descriptor = openSync(file.path, 'r');
    try {
      for (;;) {
        // A fresh buffer each time: the decoder may hold on to what it was given.
        const buffer = Buffer.allocUnsafeSlow(PIECE);
        const count = readSync(descriptor, buffer, 0, PIECE, null);
        if (count === 0) break;
        decoder.push(buffer.subarray(0, count));
        onBytes(count);
      }
    } finally {
      closeSync(descriptor);
    }
  }
  decoder.end();
}

/** Decodes standard input to its end. */
export async function readStandardInput(options: DecodeOptions, emit: (event: BounceEvent) => void): Promise<void> {
  const decoder = new Decoder({ ...options, name: '-' }, emit);
  if (process.stdin.isTTY) process.stderr.write('Paste a bounce, a reply or log lines, then press Ctrl-D.\n');
  for await (const chunk of process.stdin) decoder.push(chunk as Buffer);
  decoder.end();
}
