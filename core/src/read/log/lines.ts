/** A line longer than this is cut: real log lines are under 2 KiB, an endless one would fill the memory. */
export const MAX_LINE = 64 * 1024;

/** Bytes that are decoded at a time: the text of larger pieces would outlive many collections of garbage. */
const PIECE = 8 * 1024;

/** One line without its break. `cut`: it was longer than MAX_LINE, the rest of it is dropped. */
export interface SplitLine {
  text: string;
  cut: boolean;
}

/**
 * Splits bytes into lines (LF, CRLF, CR). Invalid UTF-8 is replaced, a BOM dropped, UTF-16 recognised by
 * its BOM. `onLine` gets each line and whether it was cut. Chunks may break anywhere.
 */
export class LineSplitter {
  readonly #onLine: (text: string, cut: boolean) => void;
  #decoder: TextDecoder | null = null;
  /** The first bytes, until there are enough to tell a BOM. */
  #head: Uint8Array | null = null;
  /** The line that has begun in earlier chunks. */
  #rest = '';
  #cut = false;
  /** The last chunk ended with CR: a LF at the start of the next one belongs to it. */
  #afterReturn = false;

  constructor(onLine: (text: string, cut: boolean) => void) {
    this.#onLine = onLine;
  }

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    let bytes = chunk;
    if (this.#decoder === null) {
      if (this.#head !== null) bytes = join(this.#head, chunk);
      if (bytes.length < 3) {
        this.#head = bytes.slice();
        return;
      }
      this.#start(bytes);
    }
    for (let at = 0; at < bytes.length; at += PIECE) this.#split(this.#decode(bytes.subarray(at, at + PIECE), true));
  }

  /** Gives out what follows the last line break. */
  end(): void {
    if (this.#decoder === null) {
      const head = this.#head ?? new Uint8Array();
      this.#start(head);
      this.#split(this.#decode(head, true));
    }
    this.#split(this.#decode(new Uint8Array(), false));
    if (this.#rest !== '' || this.#cut) this.#give(this.#rest);
    this.#rest = '';
    this.#head = null;
    this.#decoder = null;
    this.#afterReturn = false;
  }

  #start(bytes: Uint8Array): void {
    const little = bytes[0] === 0xff && bytes[1] === 0xfe;
    const big = bytes[0] === 0xfe && bytes[1] === 0xff;
    // The decoder itself drops the BOM, once.
    this.#decoder = new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8');
    this.#head = null;
  }

  #decode(bytes: Uint8Array, stream: boolean): string {
    return this.#decoder === null ? '' : this.#decoder.decode(bytes, { stream });
  }

  #split(text: string): void {
    if (text === '') return;
    let at = 0;
    if (this.#afterReturn && text.charCodeAt(0) === 10) at = 1;
    this.#afterReturn = false;
    // One search tells whether the slow way is needed: most logs have no CR at all.
    if (text.indexOf('\r', at) >= 0) {
      this.#splitMixed(text, at);
      return;
    }
    for (;;) {
      const feed = text.indexOf('\n', at);
      if (feed < 0) break;
      if (this.#rest === '' && !this.#cut && feed - at <= MAX_LINE) this.#onLine(text.slice(at, feed), false);
      else {
        this.#keep(text, at, feed);
        this.#give(this.#rest);
      }
      at = feed + 1;
    }
    if (at < text.length) this.#keep(text, at, text.length);
  }

  #splitMixed(text: string, start: number): void {
    let at = start;
    let feed = text.indexOf('\n', at);
    let back = text.indexOf('\r', at);
    while (feed >= 0 || back >= 0) {
      const end = feed < 0 || (back >= 0 && back < feed) ? back : feed;
      this.#keep(text, at, end);
      this.#give(this.#rest);
      at = end + 1;
      if (end === back) {
        if (at === text.length) this.#afterReturn = true;
        else if (text.charCodeAt(at) === 10) at++;
        back = text.indexOf('\r', at);
      }
      if (feed >= 0 && feed < at) feed = text.indexOf('\n', at);
    }
    if (at < text.length) this.#keep(text, at, text.length);
  }

  #keep(text: string, at: number, end: number): void {
    const room = MAX_LINE - this.#rest.length;
    if (end - at > room) this.#cut = true;
    if (room > 0) this.#rest += text.slice(at, Math.min(end, at + room));
  }

  #give(text: string): void {
    const cut = this.#cut;
    this.#rest = '';
    this.#cut = false;
    this.#onLine(text, cut);
  }
}

/** All lines of chunks that are at hand. */
export function* splitLines(chunks: Iterable<Uint8Array>): Generator<SplitLine> {
  let lines: SplitLine[] = [];
  const splitter = new LineSplitter((text, cut) => lines.push({ text, cut }));
  for (const chunk of chunks) {
    splitter.push(chunk);
    yield* lines;
    lines = [];
  }
  splitter.end();
  yield* lines;
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
