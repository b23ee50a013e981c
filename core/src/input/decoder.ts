import { GzipError, Inflater, isGzip } from '../container/gzip.ts';
import { MboxSplitter } from '../container/mbox.ts';
import { MsgError, msgToMail } from '../container/msg/msg.ts';
import { utf8MarkLength, utf16Label } from '../container/text-encoding.ts';
import type { BounceEvent } from '../event.ts';
import { finish } from '../finish.ts';
import { toByteString } from '../message/byte-string.ts';
import { decodeCharset } from '../message/charset.ts';
import { htmlToText } from '../message/html-text.ts';
import { skim } from '../message/skim.ts';
import { ExportDecoder, readSuppressedDestinations } from '../read/export/index.ts';
import { detectLog, type LogReader, logDialects, mixedReader } from '../read/log/index.ts';
import { LineSplitter } from '../read/log/lines.ts';
import { readMail } from '../read/mail.ts';
import { readReply } from '../read/reply.ts';
import { parseWebhookBody, readWebhook } from '../read/webhook/index.ts';
import type { Reading } from '../reading.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { detectForm, type InputForm } from './form.ts';
import { nothing, readPasted } from './pasted.ts';
import { makeWellFormed } from './well-formed.ts';

/** How much of an input is looked at to recognise its form. */
export const HEAD = 64 * 1024;
/** Bytes that tell gzip; the first chunk may be shorter. */
const GZIP_HEAD = 3;
/** What is read of an input that has to be held as a whole (a mail, a .msg, a webhook body). */
export const MAX_WHOLE = 64 * 1024 * 1024;

/** What a caller may say of an input. */
export interface DecodeOptions {
  /** The form of the input, where it should not be guessed. */
  readonly as?: InputForm | undefined;
  /** Dialect of a log or vendor of a webhook, where it should not be guessed. */
  readonly dialect?: string | undefined;
  /** What events call the input: a path, `-` for standard input. Default `-`. */
  readonly name?: string | undefined;
  /** The present, which gives logs without a year theirs. The engine has no clock. */
  readonly now?: Date | undefined;
  /** `+09:00`, for times that are written without a zone. Default: UTC. */
  readonly utcOffset?: string | undefined;
  /** The rules by which refusals are read: `rulesWith(overlays)`. Default: the built-in ones. */
  readonly rules?: RuleSet | undefined;
}

/** Takes one form of input piece by piece. */
interface Consumer {
  push(bytes: Uint8Array): void;
  end(): void;
}

/**
 * Decodes an input piece by piece: push its bytes as they come, then call {@link Decoder.end}.
 * Line inputs of any length are read in constant memory. Never throws for what the bytes are.
 */
export class Decoder {
  readonly #options: DecodeOptions;
  readonly #emit: (event: BounceEvent) => void;
  readonly #name: string;
  #waiting: Uint8Array[] = [];
  #waitingLength = 0;
  #consumer: Consumer | null = null;
  #inflater: Inflater | null = null;
  #failed = false;
  #events = 0;

  constructor(options: DecodeOptions, emit: (event: BounceEvent) => void) {
    this.#options = options;
    this.#emit = emit;
    this.#name = options.name ?? '-';
  }

  push(chunk: Uint8Array): void {
    if (this.#failed || chunk.length === 0) return;
    if (this.#inflater !== null) this.#inflate(chunk, false);
    else this.#take(chunk, true);
  }

  end(): void {
    if (this.#failed) return;
    if (this.#inflater !== null) this.#inflate(new Uint8Array(), true);
    this.#decide(true);
    this.#consumer?.end();
    if (this.#events === 0)
      this.#give(
        nothing('no-delivery-event', 'Nothing in this input speaks of a delivery, a bounce or a complaint.'),
        this.#name,
      );
  }

  #take(bytes: Uint8Array, mayBeGzip: boolean): void {
    if (this.#consumer !== null) {
      this.#consumer.push(bytes);
      return;
    }
    const unknown = mayBeGzip && this.#waitingLength < GZIP_HEAD;
    this.#waiting.push(bytes);
    this.#waitingLength += bytes.length;
    if (unknown && this.#waitingLength >= GZIP_HEAD) {
      const head = concat(this.#waiting, this.#waitingLength);
      this.#waiting = [head];
      if (isGzip(head)) {
        this.#waiting = [];
        this.#waitingLength = 0;
        this.#inflater = new Inflater((inflated) => this.#take(inflated, false));
        this.#inflate(head, false);
        return;
      }
    }
    if (this.#waitingLength >= HEAD) this.#decide(false);
  }

  #inflate(chunk: Uint8Array, last: boolean): void {
    try {
      this.#inflater?.push(chunk, last);
    } catch (error) {
      if (!(error instanceof GzipError)) throw error;
      this.#inflater = null;
      this.#decide(true);
      this.#consumer?.end();
      this.#give(nothing(error.code, error.message), this.#name);
      this.#failed = true;
    }
  }

  /** Chooses the consumer from the first bytes and hands it what has come so far. */
  #decide(atEnd: boolean): void {
    if (this.#consumer !== null) return;
    const head = concat(this.#waiting, this.#waitingLength);
    this.#waiting = [];
    this.#waitingLength = 0;
    const label = utf16Label(head);
    // A cut at an odd byte or inside a line must not lose the last character: only the beginning is looked at.
    const looked = label === null ? head.subarray(utf8MarkLength(head), HEAD) : asUtf8(head.subarray(0, HEAD), label);
    const form = this.#options.as ?? detectForm(looked);
    const consumer = this.#consumerFor(form, looked, label);
    this.#consumer = consumer;
    if (head.length > 0 || atEnd) consumer.push(head);
  }

  #consumerFor(form: InputForm, head: Uint8Array, utf16: string | null): Consumer {
    switch (form) {
      case 'log':
        return this.#logConsumer(head);
      case 'reply':
        return this.#lineConsumer((line, number) =>
          line.trim() === ''
            ? null
            : this.#give({ ...readReply([line]), position: String(number) }, `${this.#name}:${number}`),
        );
      case 'export':
        return this.#exportConsumer();
      case 'mbox':
        return this.#mboxConsumer();
      default:
        return this.#wholeConsumer(form, utf16);
    }
  }

  #lineConsumer(onLine: (line: string, number: number) => void, onEnd?: () => void): Consumer {
    let number = 0;
    const splitter = new LineSplitter((line) => onLine(line, ++number));
    return {
      push: (bytes) => splitter.push(bytes),
      end: () => {
        splitter.end();
        onEnd?.();
      },
    };
  }

  #logConsumer(head: Uint8Array): Consumer {
    const { dialect: wanted, now, utcOffset } = this.#options;
    const sample = decodeCharset(toByteString(head), null).split(/\r\n?|\n/, 200);
    const dialect = logDialects.find((one) => one.dialect === wanted) ?? detectLog(sample) ?? logDialects[0];
    if (dialect === undefined) throw new Error('there are no log dialects');
    const reader: LogReader = mixedReader(dialect, { now, utcOffset });
    const give = (told: Reading | Reading[] | null): void => {
      if (told === null) return;
      for (const reading of Array.isArray(told) ? told : [told])
        this.#give(reading, `${this.#name}:${reading.position ?? ''}`);
    };
    return this.#lineConsumer(
      (line, number) => give(reader.line(line, number)),
      () => give(reader.end()),
    );
  }

  #exportConsumer(): Consumer {
    const rows = new ExportDecoder({ utcOffset: this.#options.utcOffset });
    const give = (readings: readonly Reading[]): void => {
      for (const reading of readings) this.#give(reading, `${this.#name}:${reading.position ?? ''}`);
    };
    return this.#lineConsumer(
      (line) => give(rows.push(`${line}\n`)),
      () => give(rows.end()),
    );
  }

  #mboxConsumer(): Consumer {
    let number = 0;
    let held: Uint8Array | null = null;
    const give = (message: Uint8Array): void => {
      number++;
      this.#giveAll(readMail(skim(message)), `${this.#name}#${number}`);
    };
    const splitter = new MboxSplitter((message) => {
      // One message with an envelope line is a mail that somebody saved, not a mailbox.
      if (number === 0 && held === null) held = message;
      else {
        if (held !== null) give(held);
        held = null;
        give(message);
      }
    });
    return {
      push: (bytes) => splitter.push(bytes),
      end: () => {
        splitter.end();
        if (held !== null) this.#giveAll(readMail(skim(held)), this.#name);
      },
    };
  }

  #wholeConsumer(form: InputForm, utf16: string | null): Consumer {
    const chunks: Uint8Array[] = [];
    let length = 0;
    let dropped = false;
    return {
      push: (bytes) => {
        if (length >= MAX_WHOLE) dropped = true;
        else {
          chunks.push(bytes);
          length += bytes.length;
        }
      },
      end: () => {
        const all = concat(chunks, length);
        const bytes = utf16 === null ? all.subarray(utf8MarkLength(all)) : asUtf8(all, utf16);
        const readings = this.#readWhole(form, bytes);
        const first = readings[0];
        if (dropped && first !== undefined) {
          first.warnings = [
            ...first.warnings,
            { code: 'input-cut', message: `Only the first ${MAX_WHOLE / 1024 / 1024} MiB of this input were read.` },
          ];
        }
        const batch = form === 'webhook' && readings.some((reading) => reading.position !== null);
        for (const reading of readings)
          this.#give(reading, batch && reading.position !== null ? `${this.#name}#${reading.position}` : this.#name);
      },
    };
  }

  #readWhole(form: InputForm, bytes: Uint8Array): Reading[] {
    switch (form) {
      case 'mail': {
        const raw = skim(bytes);
        return readMail(raw.includes('\n') ? raw : raw.replaceAll('\r', '\n'));
      }
      case 'msg':
        return this.#readMsg(bytes);
      case 'webhook':
        return this.#readWebhook(bytes);
      case 'html':
        return readPasted(htmlToText(textOf(bytes)));
      default:
        return readPasted(textOf(bytes));
    }
  }

  #readMsg(bytes: Uint8Array): Reading[] {
    try {
      return readMail(msgToMail(bytes));
    } catch (error) {
      if (error instanceof MsgError) return [nothing(error.code, error.message)];
      throw error;
    }
  }

  #readWebhook(bytes: Uint8Array): Reading[] {
    const payload = parseWebhookBody(textOf(bytes));
    if (payload === undefined)
      return [
        nothing('webhook-broken', 'This is no JSON or form that could be parsed: check that the body is complete.'),
      ];
    return (
      readSuppressedDestinations(payload) ??
      readWebhook(payload, this.#options.dialect) ?? [
        nothing(
          'webhook-unknown',
          'No known sender writes events of this shape: name the vendor, or tell us about the format.',
        ),
      ]
    );
  }

  #giveAll(readings: readonly Reading[], input: string): void {
    for (const reading of readings) this.#give(reading, input);
  }

  #give(reading: Reading, input: string): void {
    this.#events++;
    this.#emit(finish(makeWellFormed(reading), input, this.#options.rules));
  }
}

function textOf(bytes: Uint8Array): string {
  return decodeCharset(toByteString(bytes), null);
}

function asUtf8(bytes: Uint8Array, label: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder(label).decode(bytes));
}

function concat(chunks: readonly Uint8Array[], length: number): Uint8Array {
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
