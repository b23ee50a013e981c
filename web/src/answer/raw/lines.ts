const LINE_FEED = 0x0a;
const RETURN = 0x0d;
/** Every so many lines the offset is kept. */
const STEP = 256;

/** Where the lines of bytes begin. LF, CRLF and CR end a line, as the engine counts them. */
export class Lines {
  readonly #bytes: Uint8Array;
  /** Offset of line 1, 1 + STEP, and so on, as far as was looked. */
  readonly #starts: number[] = [0];
  readonly #hasReturns: boolean;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#hasReturns = bytes.includes(RETURN);
  }

  /** Where a line begins; the length of the bytes behind the last one. @param number from 1 */
  startOf(number: number): number {
    const place = Math.floor((number - 1) / STEP);
    while (this.#starts.length <= place) {
      const last = this.#starts.at(-1) as number;
      if (last >= this.#bytes.length) return this.#bytes.length;
      this.#starts.push(this.#skip(last, STEP));
    }
    return this.#skip(this.#starts[place] as number, (number - 1) % STEP);
  }

  #skip(from: number, lines: number): number {
    let at = from;
    for (let i = 0; i < lines && at < this.#bytes.length; i++)
      at = this.#hasReturns ? this.#behindBreak(at) : this.#behindFeed(at);
    return at;
  }

  #behindFeed(at: number): number {
    const feed = this.#bytes.indexOf(LINE_FEED, at);
    return feed < 0 ? this.#bytes.length : feed + 1;
  }

  #behindBreak(from: number): number {
    for (let at = from; at < this.#bytes.length; at++) {
      if (this.#bytes[at] === LINE_FEED) return at + 1;
      if (this.#bytes[at] === RETURN) return this.#bytes[at + 1] === LINE_FEED ? at + 2 : at + 1;
    }
    return this.#bytes.length;
  }
}
