import { MboxSplitter } from '@whybounce/core';
import type { otherInputs } from '../wording/answer-kinds.ts';
import { Lines } from './raw/lines.ts';
import { textOfBytes, wideLabel } from './raw/text-of-bytes.ts';

/** What an input that holds no event looks like. */
export type Look = Exclude<keyof typeof otherInputs, 'empty'>;

/** First bytes by which files are known, as characters. */
const beginnings: readonly (readonly [string, Look | 'unreadable'])[] = [
  ['\u0089PNG', 'picture'],
  ['\u00ff\u00d8\u00ff', 'picture'],
  ['GIF8', 'picture'],
  ['BM', 'picture'],
  ['II*\u0000', 'picture'],
  ['MM\u0000*', 'picture'],
  ['%PDF-', 'document'],
  ['{\\rtf', 'document'],
  ['PK\u0003\u0004', 'archive'],
  ['7z\u00bc\u00af', 'archive'],
  ['Rar!', 'archive'],
  ['\u001f\u008b', 'unreadable'],
  ['\u00d0\u00cf\u0011\u00e0', 'unreadable'],
];

/** A header line at the very beginning. */
const headerLine = /^(?:From |[!-9;-~]{1,76}:[ \t])/;

/** Bytes that are read at once: some ten milliseconds. A mailbox is cut alike only where its pieces are alike. */
export const PIECE = 256 * 1024;

/** How much of an input is looked at to tell text from bytes. */
const LOOKED = 4_096;
/** Control characters that no text has, as a share of what is looked at. */
const MAX_CONTROLS = 0.02;

/** An input that was read, kept to show the words where they stand. */
export class HeldInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it looks like where nothing was found in it; null for text that nothing is known of. */
  readonly looksLike: Look | null;
  /** Whether it can be shown as text. */
  readonly isText: boolean;
  readonly #isUtf8: boolean;
  #lines: Lines | undefined;
  #messages: readonly Uint8Array[] | undefined;

  /** @param isText whether the bytes are UTF-8 of a text that somebody pasted */
  constructor(name: string, bytes: Uint8Array, isText: boolean) {
    this.name = name;
    this.bytes = bytes;
    this.#isUtf8 = isText;
    const head = String.fromCharCode(...bytes.subarray(0, LOOKED));
    const known = isText ? undefined : beginnings.find(([start]) => head.startsWith(start))?.[1];
    this.isText =
      isText || (known === undefined && (wideLabel(bytes) !== null || controls(head) <= MAX_CONTROLS * head.length));
    this.looksLike =
      known === undefined || known === 'unreadable'
        ? this.isText
          ? headerLine.test(head)
            ? 'mail'
            : null
          : 'binary'
        : known;
  }

  /** A stretch of its bytes as text. */
  text(bytes: Uint8Array): string {
    return this.#isUtf8 ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : textOfBytes(bytes);
  }

  /** Whether it is UTF-16, in which the bytes of line breaks are no line breaks. */
  get isWide(): boolean {
    return !this.#isUtf8 && wideLabel(this.bytes) !== null;
  }

  /** Its lines. */
  get lines(): Lines {
    this.#lines ??= new Lines(this.bytes);
    return this.#lines;
  }

  /** A message of a mailbox, without its envelope line; null where there is none. @param number from 1 */
  message(number: number): Uint8Array | null {
    this.#messages ??= messagesOf(this.bytes);
    return this.#messages[number - 1] ?? null;
  }
}

/** `From `, with which an envelope line begins (RFC 4155). */
const envelope = [0x46, 0x72, 0x6f, 0x6d, 0x20];

/** The messages of a mailbox as parts of its bytes, cut as the engine cuts them. */
function messagesOf(bytes: Uint8Array): Uint8Array[] {
  const messages: Uint8Array[] = [];
  let end = 0;
  const splitter = new MboxSplitter((message) => {
    // Messages stand one behind the other, each behind its envelope line, which the splitter drops.
    const start = envelope.every((byte, i) => bytes[end + i] === byte) ? bytes.indexOf(0x0a, end) + 1 : end;
    end = start + message.length;
    messages.push(bytes.subarray(start, end));
  });
  for (let at = 0; at < bytes.length; at += PIECE) splitter.push(bytes.subarray(at, at + PIECE));
  splitter.end();
  return messages;
}

function controls(head: string): number {
  // ESC switches between the character sets of Japanese mail.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  return head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
}
