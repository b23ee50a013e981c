import { quoted } from '../quoted.ts';
import type { SmtpLimits } from './limits.ts';
import type { SmtpNote } from './observation.ts';

/** One whole reply. */
export interface Reply {
  /** Its lines as they came, joined by `\n`. */
  readonly text: string;
  /** Of the last line, as senders take it. */
  readonly code: number;
  /** Of the first line (RFC 2034 section 4); null where it has none. */
  readonly enhancedStatus: string | null;
  readonly notes: readonly SmtpNote[];
}

/** `250-SIZE`, `250 OK`, `250`; what follows the code is for people. */
const lineStart = /^([2-5]\d\d)(?!\d)(-?)/;
const enhanced = /^[245]\d\d[ -]([245]\.\d{1,3}\.\d{1,3})(?![\w.])/;

const LF = 0x0a;
const CR = 0x0d;

/** Replies that nobody asked for and that nobody took yet: beyond, it is no dialogue. */
const MAX_UNASKED = 20;

/**
 * Puts octets together to replies (RFC 5321 section 4.2). Each octet is looked at once, so that one octet
 * a time costs no more than all at once.
 */
export class ReplyReader {
  readonly #limits: SmtpLimits;
  readonly #replies: Reply[] = [];
  #line: Buffer[] = [];
  #lineLength = 0;
  #lines: Buffer[] = [];
  #replyLength = 0;
  #all = 0;
  #bareLf: string | null = null;
  #fault: string | null = null;

  constructor(limits: SmtpLimits) {
    this.#limits = limits;
  }

  /** Why what came is no SMTP, as a sentence; null while it is. From then on nothing is read. */
  get fault(): string | null {
    return this.#fault;
  }

  /** Whether something can be taken. */
  get hasReply(): boolean {
    return this.#replies.length > 0;
  }

  /** The next reply, or nothing while it is not whole. */
  take(): Reply | undefined {
    return this.#replies.shift();
  }

  /** For a reply that was taken too soon. */
  putBack(reply: Reply): void {
    this.#replies.unshift(reply);
  }

  /** What came and is not yet a whole reply, cut short: for explanations. */
  get begun(): string {
    const lines = this.#line.length > 0 ? [...this.#lines, Buffer.concat(this.#line)] : this.#lines;
    return lines.length === 0 ? '' : quoted(decode(joined(lines)));
  }

  push(chunk: Buffer): void {
    const taken = chunk.subarray(0, this.#limits.dialogue - this.#all);
    this.#all += taken.length;
    let at = 0;
    while (this.#fault === null && at < taken.length) {
      const end = taken.indexOf(LF, at);
      this.#grow(taken.subarray(at, end < 0 ? taken.length : end));
      if (end < 0) break;
      this.#endLine(true);
      at = end + 1;
    }
    if (taken.length < chunk.length) this.#fail(`The server said more than ${this.#limits.dialogue} bytes`);
  }

  /** Nothing more will come: a last line may stand there without its end. */
  end(): void {
    if (this.#fault === null && this.#lineLength > 0) this.#endLine(false);
  }

  #grow(part: Buffer): void {
    this.#lineLength += part.length;
    this.#replyLength += part.length;
    if (part.length > 0) this.#line.push(part);
    if (this.#lineLength > this.#limits.line) this.#fail(`A line is longer than ${this.#limits.line} bytes`);
    else if (this.#replyLength > this.#limits.reply) this.#fail(`A reply is longer than ${this.#limits.reply} bytes`);
  }

  #endLine(byLf: boolean): void {
    if (this.#fault !== null) return;
    const whole = this.#line.length === 1 ? (this.#line[0] as Buffer) : Buffer.concat(this.#line);
    const hasCr = whole.at(-1) === CR;
    const line = hasCr ? whole.subarray(0, -1) : whole;
    this.#line = [];
    this.#lineLength = 0;
    // lines without anything in them would cost nothing else
    this.#replyLength++;
    const start = lineStart.exec(line.toString('latin1', 0, 4));
    if (start === null && this.#lines.length === 0) {
      this.#lines.push(line);
      this.#fail('What came has no reply code');
      return;
    }
    if (byLf && !hasCr) this.#bareLf ??= quoted(decode(line));
    this.#lines.push(line);
    // only the hyphen says that the reply goes on; a line without a code stands inside one that does
    if (start !== null && start[2] !== '-') this.#endReply(Number(start[1]));
  }

  #endReply(code: number): void {
    const text = decode(this.#lines.length === 1 ? (this.#lines[0] as Buffer) : joined(this.#lines));
    const notes: SmtpNote[] = [];
    const codes = this.#lines.map((line) => lineStart.exec(line.toString('latin1', 0, 4))?.[1]);
    if (codes.includes(undefined)) notes.push({ kind: 'broken-line', detail: quoted(text) });
    if (codes.some((own) => own !== undefined && Number(own) !== code))
      notes.push({ kind: 'mixed-codes', detail: quoted(text) });
    if (this.#bareLf !== null) notes.push({ kind: 'bare-lf', detail: this.#bareLf });
    this.#lines = [];
    this.#replyLength = 0;
    this.#bareLf = null;
    this.#replies.push({ text, code, enhancedStatus: enhanced.exec(text)?.[1] ?? null, notes });
    if (this.#replies.length > MAX_UNASKED) this.#fail('The server sent replies to which nothing had been asked');
  }

  #fail(what: string): void {
    const begun = this.begun;
    this.#fault ??= begun === '' ? `${what}.` : `${what}: ${begun}.`;
    this.#lines = [];
    this.#line = [];
  }
}

const NEWLINE = Buffer.of(LF);

function joined(lines: readonly Buffer[]): Buffer {
  return Buffer.concat(lines.flatMap((line, i) => (i === 0 ? [line] : [NEWLINE, line])));
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 (RFC 6531 section 3.7.4.2) where it is that, else one letter an octet, so that nothing is lost. */
function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}
