import { Gunzip } from 'fflate/browser';

/** More than this many bytes out of one byte in, beyond {@link FREE_BYTES}, is no log or mail but a bomb. */
const MAX_RATIO = 250;
/** Output that no ratio is asked about. */
const FREE_BYTES = 64 * 1024 * 1024;
/** Compressed bytes that are inflated at a time, so that a bomb is noticed before it is large. */
const STEP = 16 * 1024;

/** Whether the bytes begin a gzip member (RFC 1952 section 2.3). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** Thrown where compressed input is broken or expands beyond reason. */
export class GzipError extends Error {
  readonly code: 'gzip-broken' | 'gzip-bomb';

  constructor(code: 'gzip-broken' | 'gzip-bomb', message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'GzipError';
    this.code = code;
  }
}

/** Inflates a stream of gzip members, counting what comes out. */
export class Inflater {
  readonly #gunzip: Gunzip;
  readonly #step = new Uint8Array(STEP);
  #held = 0;
  #taken = 0;
  #given = 0;

  constructor(give: (bytes: Uint8Array) => void) {
    this.#gunzip = new Gunzip((bytes) => {
      this.#given += bytes.length;
      if (this.#given > FREE_BYTES && this.#given > this.#taken * MAX_RATIO) {
        throw new GzipError(
          'gzip-bomb',
          `The compressed input grows more than ${MAX_RATIO} times: unpack it yourself if you trust it.`,
        );
      }
      if (bytes.length > 0) give(bytes);
    });
  }

  /**
   * Steps do not depend on how the input was cut into chunks: damaged input gives the same in one piece and in many.
   *
   * @throws {GzipError} where the stream is broken or a bomb
   */
  push(chunk: Uint8Array, last: boolean): void {
    for (let at = 0; at < chunk.length; ) {
      const piece = chunk.subarray(at, at + STEP - this.#held);
      this.#step.set(piece, this.#held);
      this.#held += piece.length;
      at += piece.length;
      if (this.#held === STEP) this.#inflate(false);
    }
    if (last) this.#inflate(true);
  }

  #inflate(last: boolean): void {
    // a copy, as the inflater may hold on to it
    const step = this.#step.slice(0, this.#held);
    this.#held = 0;
    this.#taken += step.length;
    try {
      this.#gunzip.push(step, last);
    } catch (error) {
      if (error instanceof GzipError) throw error;
      throw new GzipError(
        'gzip-broken',
        'The compressed input is damaged or cut short: what could be unpacked was read.',
        { cause: error },
      );
    }
  }
}
