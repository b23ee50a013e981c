import type { Warning } from '../../reading.ts';
import type { CompoundFile } from './cfb.ts';
import { decoderOf } from './code-page.ts';
import type { Entry } from './directory.ts';
import { MAX_VALUE } from './limits.ts';
import { MsgError } from './msg-error.ts';

const utf16 = new TextDecoder('utf-16le');
/** Milliseconds from 1601, where FILETIME begins, to 1970. */
const EPOCH = 11_644_473_600_000;
const MESSAGE_CODE_PAGE = 0x3ffd;
const INTERNET_CODE_PAGE = 0x3fde;

/** The property stream begins with 32 bytes in the message, 24 in a message inside it, 8 in recipients and attachments. */
export type PropertyHead = 32 | 24 | 8;

/**
 * The properties of a message, recipient or attachment ([MS-OXMSG] section 2.4): numbers and times stand
 * in one stream, each text in a stream of its own, named by property and type.
 */
export class Properties {
  readonly #file: CompoundFile;
  readonly #storage: Entry;
  readonly #warnings: Warning[];
  readonly #fixed: DataView;
  readonly #head: number;
  /** Of 8-bit text, where the message says: recipients and attachments take over their message's. */
  readonly codePage: number | null;

  constructor(file: CompoundFile, storage: Entry, head: PropertyHead, codePage: number | null, warnings: Warning[]) {
    this.#file = file;
    this.#storage = storage;
    this.#warnings = warnings;
    this.#head = head;
    const bytes = this.#stream('__PROPERTIES_VERSION1.0') ?? new Uint8Array();
    this.#fixed = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.codePage = this.long(MESSAGE_CODE_PAGE) ?? this.long(INTERNET_CODE_PAGE) ?? codePage;
  }

  /** A text, Unicode or 8-bit, at most `most` characters of it. Null where there is none or it is empty. */
  text(id: number, most: number = MAX_VALUE): string | null {
    const unicode = this.#stream(name(id, '001F'));
    const text = unicode === null ? this.#narrow(id, most) : utf16.decode(unicode.subarray(0, 2 * most));
    const bare = text?.replace(/\0+$/, '').toWellFormed() ?? '';
    return bare === '' ? null : bare;
  }

  #narrow(id: number, most: number): string | null {
    const bytes = this.#stream(name(id, '001E'));
    return bytes === null
      ? null
      : decoderOf(this.codePage)
          .decode(bytes.subarray(0, 4 * most))
          .slice(0, most);
  }

  /** A binary value; null where there is none. */
  binary(id: number): Uint8Array | null {
    return this.#stream(name(id, '0102'));
  }

  /** A 32-bit number; null where there is none. */
  long(id: number): number | null {
    const at = this.#find(id, 0x0003);
    return at < 0 ? null : this.#fixed.getInt32(at, true);
  }

  /** A time in milliseconds since 1970; null where there is none or it is none that mail could have. */
  time(id: number): number | null {
    const at = this.#find(id, 0x0040);
    if (at < 0) return null;
    const ticks = this.#fixed.getUint32(at + 4, true) * 0x1_0000_0000 + this.#fixed.getUint32(at, true);
    const milliseconds = Math.floor(ticks / 10_000) - EPOCH;
    return milliseconds > 0 && milliseconds < 253_402_300_800_000 ? milliseconds : null;
  }

  /** The storage of an embedded message; null where there is none. */
  storage(id: number): Entry | null {
    const entry = this.#storage.children.get(`__SUBSTG1.0_${name(id, '000D').slice(-8)}`);
    return entry === undefined || entry.isStream ? null : entry;
  }

  /** Where the value of a property of fixed size stands: entries of 16 bytes, tag, flags, value. */
  #find(id: number, type: number): number {
    const tag = id * 0x1_0000 + type;
    for (let at = this.#head; at + 16 <= this.#fixed.byteLength; at += 16) {
      if (this.#fixed.getUint32(at, true) === tag) return at + 8;
    }
    return -1;
  }

  /** A stream's bytes. One that is broken is left out with a warning: the rest of the message may say enough. */
  #stream(upperName: string): Uint8Array | null {
    const entry = this.#storage.children.get(upperName);
    if (entry === undefined || !entry.isStream) return null;
    try {
      return this.#file.read(entry);
    } catch (error) {
      if (!(error instanceof MsgError)) throw error;
      if (!this.#warnings.some(({ code }) => code === error.code))
        this.#warnings.push({ code: error.code, message: error.message });
      return null;
    }
  }
}

/** `__SUBSTG1.0_0037001F`: the subject as Unicode. */
function name(id: number, type: string): string {
  return `__SUBSTG1.0_${id.toString(16).toUpperCase().padStart(4, '0')}${type}`;
}
