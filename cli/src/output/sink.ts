import { writeSync } from 'node:fs';

/** Bytes that are gathered before they are written. */
const BUFFERED = 64 * 1024;
/** Bytes that a UTF-16 unit takes in UTF-8 at most. */
const UTF8_MOST = 3;

/**
 * Standard output, written synchronously in large pieces. A reader that goes away (`| head`) ends the
 * program quietly, as other commands do.
 */
export class Sink {
  /** One buffer for all pieces: a fresh one for each would be garbage that the collector hardly notices. */
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFERED);
  #length = 0;

  write(text: string): void {
    if (text.length * UTF8_MOST > BUFFERED - this.#length) this.flush();
    if (text.length * UTF8_MOST > BUFFERED) writeOut(Buffer.from(text));
    else this.#length += this.#buffer.write(text, this.#length);
  }

  flush(): void {
    writeOut(this.#buffer.subarray(0, this.#length));
    this.#length = 0;
  }
}

function writeOut(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw error;
      // a full pipe that does not block: wait for its reader
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
