import { toByteString } from '../message/byte-string.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const F = 0x46;
const FROM = Uint8Array.of(0x46, 0x72, 0x6f, 0x6d, 0x20);

/** How much of a message's beginning is looked at for its Content-Type. */
const LOOK_BACK = 16_384;

/** Lines longer than this do not wait to be finished. */
const MAX_LINE = 1024 * 1024;

/** A message of a mailbox that is larger than this is read up to here. */
export const MAX_MESSAGE = 64 * 1024 * 1024;

/** `From user@example.net Thu Apr 29 23:34:45 2013`: the envelope line that separates messages (RFC 4155). */
const envelope = /^From \S.{0,200}\d{2}:\d{2}.{0,40}\d{4}/;

/** Whether the bytes begin a mailbox. */
export function isMbox(head: Uint8Array): boolean {
  return startsWithFrom(head, 0) && envelope.test(lineAt(head, 0));
}

/** Cuts a stream of bytes into the messages of a mailbox; their envelope lines are dropped, `>From ` is left to the reader. */
export class MboxSplitter {
  readonly #give: (message: Uint8Array) => void;
  #chunks: Uint8Array[] = [];
  #line: Uint8Array = new Uint8Array();
  /** Whether the line before what comes next is blank; so it is at the beginning. */
  #blankBefore = true;
  #length = 0;

  constructor(give: (message: Uint8Array) => void) {
    this.#give = give;
  }

  push(chunk: Uint8Array): void {
    const bytes = this.#line.length === 0 ? chunk : join([this.#line, chunk], this.#line.length + chunk.length);
    // A separator is recognised as a whole line: the last, unfinished one waits for the next chunk.
    let whole = bytes.lastIndexOf(NEWLINE) + 1;
    if (whole === 0 && bytes.length > MAX_LINE) whole = bytes.length;
    let start = 0;
    for (
      let at = nextSeparator(bytes, 0, whole, this.#blankBefore);
      at >= 0;
      at = nextSeparator(bytes, at + 1, whole, false)
    ) {
      if (this.#isInside(bytes, start, at)) continue;
      this.#keep(bytes.subarray(start, at));
      this.#flush();
      start = at;
    }
    this.#keep(bytes.subarray(start, whole));
    this.#line = bytes.slice(whole);
    if (whole > 0) this.#blankBefore = endsBlank(bytes, whole);
  }

  /**
   * Whether an envelope line stands inside the message that is being read. Not every program quotes
   * them: in a multipart whose end is still to come it belongs to an attached message, and right
   * behind a line such as `The message was:` to one that is quoted.
   */
  #isInside(bytes: Uint8Array, start: number, at: number): boolean {
    if (at === 0 && this.#length === 0) return false;
    const ahead = toByteString(bytes.subarray(start, at));
    const before =
      (this.#length > LOOK_BACK
        ? toByteString(this.#chunks[0]?.subarray(0, LOOK_BACK) ?? new Uint8Array())
        : toByteString(join(this.#chunks, this.#length))) + ahead;
    if (
      /[:：][ \t]*\r?\n(?:[ \t]*\r?\n)+$/.test(before.slice(-400)) &&
      !/\n[\w-]+:[ \t]*\r?\n(?:[ \t]*\r?\n)+$/.test(before.slice(-400))
    )
      return true;
    const headers = before.slice(0, LOOK_BACK);
    const boundary = /^content-type:[^\n]*(?:\n[ \t][^\n]*)*?boundary\s*=\s*"?([^"\s;]{1,200})/im.exec(headers)?.[1];
    if (boundary === undefined) return false;
    const end = `--${boundary}--`;
    return !before.includes(end) && toByteString(bytes.subarray(at)).includes(end);
  }

  end(): void {
    this.#keep(this.#line);
    this.#line = new Uint8Array();
    this.#flush();
  }

  #keep(bytes: Uint8Array): void {
    if (bytes.length === 0 || this.#length >= MAX_MESSAGE) return;
    this.#chunks.push(bytes);
    this.#length += bytes.length;
  }

  #flush(): void {
    if (this.#length === 0) return;
    const message = join(this.#chunks, this.#length);
    this.#chunks = [];
    this.#length = 0;
    const bodyStart = startsWithFrom(message, 0) ? message.indexOf(NEWLINE) + 1 : 0;
    if (bodyStart < message.length) this.#give(message.subarray(bodyStart));
  }
}

/**
 * Offset of the next envelope line that begins in `[from, to)`; -1 if none. `bytes` begin at a line's start.
 * Only one behind a blank line separates messages (RFC 4155): others stand in a message's text.
 */
function nextSeparator(bytes: Uint8Array, from: number, to: number, blankBefore: boolean): number {
  for (let at = bytes.indexOf(F, from); at >= 0 && at < to; at = bytes.indexOf(F, at + 1)) {
    if (!startsWithFrom(bytes, at) || !(at === 0 ? blankBefore : endsBlank(bytes, at))) continue;
    if (envelope.test(lineAt(bytes, at))) return at;
  }
  return -1;
}

/** Whether the line before `at` is blank. */
function endsBlank(bytes: Uint8Array, at: number): boolean {
  if (bytes[at - 1] !== NEWLINE) return false;
  const before = bytes[at - 2] === RETURN ? at - 3 : at - 2;
  return before < 0 || bytes[before] === NEWLINE;
}

function startsWithFrom(bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < FROM.length; i++) if (bytes[at + i] !== FROM[i]) return false;
  return true;
}

function lineAt(bytes: Uint8Array, at: number): string {
  const end = bytes.indexOf(NEWLINE, at);
  return String.fromCharCode(...bytes.subarray(at, Math.min(end < 0 ? bytes.length : end, at + 250)));
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const first = chunks[0];
  if (chunks.length === 1 && first !== undefined) return first;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
