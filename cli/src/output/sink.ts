import { writeSync } from 'node:fs';

/** Bytes that are gathered before they are written. */
const BUFFERED = 64 * 1024;

/**
 * Standard output, written synchronously in large pieces. A reader that goes away (`| head`) ends the
 * program quietly, as other commands do.
 */
export class Sink {
  #pieces: string[] = [];
  #length = 0;

  write(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
    if (this.#length >= BUFFERED) this.flush();
  }

  flush(): void {
    if (this.#length === 0) return;
    const bytes = Buffer.from(this.#pieces.join(''));
    this.#pieces = [];
    this.#length = 0;
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
}
