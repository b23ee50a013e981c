import { decodeCharset } from './charset.ts';
import { decodeEncodedWords } from './encoded-word.ts';
import { MAX_HEADER_BYTES, MAX_HEADER_LINES } from './limits.ts';

/** Numbers kept of each field: where its name begins and ends, and where its value ends. */
const WIDTH = 3;

/**
 * A header block: fields in their order, names compared without case. Of forty fields a reader asks for five, so that
 * only their places are kept. Values are byte strings until asked for.
 */
export class Headers {
  #raw: string;
  readonly #places: number[] = [];

  /** @param raw byte string in which the fields stand */
  constructor(raw: string) {
    this.#raw = raw;
  }

  /** Adds the field that stands at a place of the byte string. */
  addPlace(nameStart: number, nameEnd: number, valueEnd: number): void {
    this.#places.push(nameStart, nameEnd, valueEnd);
  }

  /** Adds a field that stands elsewhere. */
  add(name: string, value: string): void {
    const start = this.#raw.length;
    this.#raw += `${name}:${value}`;
    this.addPlace(start, start + name.length, this.#raw.length);
  }

  /** How many fields there are. */
  get size(): number {
    return this.#places.length / WIDTH;
  }

  has(name: string): boolean {
    return this.#find(name, 0) >= 0;
  }

  /** The first field of that (lower-case) name, unfolded and trimmed, not otherwise decoded; null if there is none. */
  get(name: string): string | null {
    const at = this.#find(name, 0);
    return at < 0 ? null : this.#value(at);
  }

  /** Every field of that name. */
  all(name: string): string[] {
    const values: string[] = [];
    for (let at = this.#find(name, 0); at >= 0; at = this.#find(name, at + WIDTH)) values.push(this.#value(at));
    return values;
  }

  /** The first field of that name as people read it: encoded words (RFC 2047) and raw 8-bit text decoded. */
  text(name: string): string | null {
    const value = this.get(name);
    return value === null ? null : decodeEncodedWords(decodeCharset(value, null));
  }

  /** Names in their order, lower case. */
  names(): string[] {
    return this.namesWith('');
  }

  /** Those of them that begin with `prefix`. */
  namesWith(prefix: string): string[] {
    const names: string[] = [];
    for (let at = 0; at < this.#places.length; at += WIDTH) {
      const start = this.#places[at] as number;
      if (beginsWith(this.#raw, start, prefix)) names.push(this.#raw.slice(start, this.#places[at + 1]).toLowerCase());
    }
    return names;
  }

  #value(at: number): string {
    const nameEnd = this.#places[at + 1] as number;
    const colon = this.#raw.charCodeAt(nameEnd) === COLON ? nameEnd : nameEnd + 1;
    return unfold(this.#raw.slice(colon + 1, this.#places[at + 2]));
  }

  /** Where in {@link #places} the next field of that name is, from such a place on; -1 if there is none. */
  #find(name: string, from: number): number {
    const places = this.#places;
    for (let at = from; at < places.length; at += WIDTH) {
      const start = places[at] as number;
      if ((places[at + 1] as number) - start === name.length && beginsWith(this.#raw, start, name)) return at;
    }
    return -1;
  }
}

const COLON = 0x3a;

/** Whether lower-case words stand at a place of a byte string, in any case. */
function beginsWith(raw: string, start: number, words: string): boolean {
  for (let i = 0; i < words.length; i++) {
    const unit = raw.charCodeAt(start + i);
    if ((unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit) !== words.charCodeAt(i)) return false;
  }
  return true;
}

/** Takes the line breaks out of a folded value (RFC 5322 section 2.2.3). */
function unfold(value: string): string {
  const trimmed = value.trim();
  return trimmed.includes('\n') || trimmed.includes('\r') ? trimmed.replace(/[\r\n]+[ \t]*/g, ' ') : trimmed;
}

/** What {@link parseHeaders} found. */
export interface HeaderBlock {
  readonly headers: Headers;
  /** Offset of the first byte after the blank line. */
  readonly end: number;
  /** Whether a limit cut the block short. */
  readonly truncated: boolean;
}

/** A field name of RFC 5322 section 2.2: printable ASCII without colon. */
function nameEnd(raw: string, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const unit = raw.charCodeAt(i);
    if (unit === 0x3a) return i > start ? i : -1;
    if (unit <= 0x20 || unit >= 0x7f) {
      // "Subject : x" is obsolete syntax that some still send (RFC 5322 section 4.5)
      if (unit === 0x20 && raw.charCodeAt(i + 1) === 0x3a && i > start) return i;
      return -1;
    }
  }
  return -1;
}

/**
 * Reads a header block that begins at `start`. The block ends at a blank line, at the first line
 * that is no header (pasted text begins at once), at `limit`, or where the named limits cut it.
 */
export function parseHeaders(raw: string, start: number, limit: number): HeaderBlock {
  const headers = new Headers(raw);
  const hardEnd = Math.min(limit, start + MAX_HEADER_BYTES);
  let at = start;
  let lines = 0;
  while (at < hardEnd) {
    let lineEnd = raw.indexOf('\n', at);
    if (lineEnd < 0 || lineEnd > limit) lineEnd = limit;
    const blank = lineEnd === at || (lineEnd === at + 1 && raw.charCodeAt(at) === 0x0d);
    if (blank) return { headers, end: Math.min(lineEnd + 1, limit), truncated: false };
    const colon = nameEnd(raw, at, Math.min(lineEnd, at + 256));
    if (colon < 0) {
      // An mbox separator, even one quoted by an archive, may stand before or inside the block.
      if (raw.startsWith('From ', at) || raw.startsWith('>From ', at)) {
        at = lineEnd + 1;
        continue;
      }
      return { headers, end: at, truncated: false };
    }
    let valueEnd = lineEnd;
    while (valueEnd + 1 < limit && isFold(raw.charCodeAt(valueEnd + 1)) && !isBlankLine(raw, valueEnd + 1, limit)) {
      const next = raw.indexOf('\n', valueEnd + 1);
      valueEnd = next < 0 || next > limit ? limit : next;
      if (++lines > MAX_HEADER_LINES || valueEnd > hardEnd) break;
    }
    headers.addPlace(at, colon, Math.min(valueEnd, hardEnd));
    at = valueEnd + 1;
    if (++lines > MAX_HEADER_LINES) break;
  }
  if (at >= limit) return { headers, end: limit, truncated: false };
  const blankLine = /\n\r?\n/g;
  blankLine.lastIndex = Math.max(start, at - 1);
  const found = blankLine.exec(raw);
  const end = found === null ? limit : Math.min(limit, found.index + found[0].length);
  return { headers, end, truncated: true };
}

function isFold(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}

/** A line of white space only ends a header block for every mail reader there is. */
function isBlankLine(raw: string, start: number, limit: number): boolean {
  for (let i = start; i < limit; i++) {
    const unit = raw.charCodeAt(i);
    if (unit === 0x0a) return true;
    if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0d) return false;
  }
  return true;
}
