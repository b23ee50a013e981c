import type { Span } from '../span.ts';
import type { TagFault, TagFaultKind } from './tag-fault.ts';

/**
 * Longest text that is read, in UTF-16 units: what one TXT record can hold (RFC 1035 section 3.3: RDLENGTH has 16
 * bits). Text that somebody pastes may be of any length, and every finding would carry a part of it.
 */
const MAX_TEXT = 65_535;

/**
 * Most tags that are read. Registered tags are some dozen; a record made of `a;` alone could give thirty thousand
 * findings, each with its sentences.
 */
const MAX_TAGS = 256;

/** Most faults of one value: a mark after every letter would be a finding after every letter. */
const MAX_VALUE_FAULTS = 8;

/** How one kind of record writes its tags. */
export interface TagListOptions {
  /**
   * White space around names and values: `folding` also allows line breaks (FWS, RFC 6376 section 3.2), `plain` is
   * blanks and tabs (DMARC, BIMI, and around `;` in MTA-STS and TLS-RPT). Where it stands although the grammar has no
   * place for it, that is a fault; it is skipped all the same.
   */
  readonly space?: 'folding' | 'plain' | undefined;
  /** Whether white space may stand around `=` (RFC 6376, 9989), or only around `;` (RFC 8461, 8460); true unless told. */
  readonly spaceAroundEquals?: boolean | undefined;
}

/** One `name=value`. */
export interface Tag {
  /** As it is written: whether `P` is `p` is for the kind of record to say. */
  readonly name: string;
  /** Without the white space around it; what is inside stays. */
  readonly value: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
  /** From the name to the end of the value. */
  readonly span: Span;
  /** Whether a tag of the same name stands before it. */
  readonly repeated: boolean;
}

/** A text read as a list of tags. */
export interface TagList {
  readonly text: string;
  /** In their order, repeated ones too. */
  readonly tags: readonly Tag[];
  /** What the grammar does not allow, in its order. */
  readonly faults: readonly TagFault[];
  /** Whether a `;` stands after the last tag. */
  readonly endsWithSeparator: boolean;
}

/**
 * Reads `v=DMARC1; p=none;` and its like: the tag=value list of DKIM (RFC 6376 section 3.2), which DMARC, BIMI, MTA-STS
 * and TLS-RPT share with small differences. Never throws: what is no tag is a fault with its place, and reading goes on
 * after the next `;`.
 *
 * @param text one record, its character-strings joined
 */
export function parseTagList(text: string, options: TagListOptions = {}): TagList {
  const reader = new Reader(text, options);
  return reader.read();
}

/** The first tag of that name, in the writing given or, where `anyCase` says so, in any. */
export function findTag(list: TagList, name: string, anyCase = false): Tag | undefined {
  return list.tags.find((tag) => tag.name === name || (anyCase && tag.name.toLowerCase() === name.toLowerCase()));
}

class Reader {
  readonly #text: string;
  readonly #end: number;
  readonly #folding: boolean;
  readonly #aroundEquals: boolean;
  readonly #tags: Tag[] = [];
  readonly #faults: TagFault[] = [];
  readonly #names = new Set<string>();

  constructor(text: string, { space = 'folding', spaceAroundEquals = true }: TagListOptions) {
    this.#text = text;
    this.#end = Math.min(text.length, MAX_TEXT);
    this.#folding = space === 'folding';
    this.#aroundEquals = spaceAroundEquals;
  }

  read(): TagList {
    const text = this.#text;
    let at = 0;
    let closed = false;
    for (let pieces = 0; at < this.#end; pieces++) {
      if (pieces === MAX_TAGS) {
        this.#fault('too-many', at, this.#end);
        break;
      }
      const separator = text.indexOf(';', at);
      const end = separator < 0 || separator > this.#end ? this.#end : separator;
      const found = this.#piece(at, end, end < this.#end);
      closed = end < this.#end ? true : closed && !found;
      at = end + 1;
    }
    if (this.#end < text.length) this.#fault('too-long', this.#end, text.length);
    return { text, tags: this.#tags, faults: this.#faults, endsWithSeparator: closed };
  }

  /** Reads ` p = none `; says whether there was anything but white space. */
  #piece(from: number, to: number, separated: boolean): boolean {
    const start = this.#skip(from, to);
    const end = this.#back(start, to);
    if (from === 0 && start > 0) this.#fault('leading-space', 0, start);
    else this.#space(from, start);
    if (start === end) {
      if (separated) this.#fault('stray-separator', to, to + 1);
      return false;
    }
    this.#space(end, to);
    const equals = this.#text.indexOf('=', start);
    if (equals < 0 || equals >= end) {
      this.#fault('no-equals', start, end);
      return true;
    }
    if (equals === start) {
      this.#fault('no-name', start, end);
      return true;
    }
    this.#tag(start, this.#back(start, equals), equals, end);
    return true;
  }

  #tag(start: number, nameEnd: number, equals: number, end: number): void {
    const valueStart = this.#skip(equals + 1, end);
    this.#equalsSpace(nameEnd, equals);
    this.#equalsSpace(equals + 1, valueStart);
    const name = this.#text.slice(start, nameEnd);
    const value = this.#text.slice(valueStart, end);
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) this.#fault('bad-name', start, nameEnd);
    if (value === '') this.#fault('empty-value', start, end);
    const repeated = this.#names.has(name);
    if (repeated) this.#fault('repeated', start, end);
    this.#names.add(name);
    this.#values(valueStart, value);
    this.#tags.push({
      name,
      value,
      nameSpan: [start, nameEnd],
      valueSpan: [valueStart, end],
      span: [start, end],
      repeated,
    });
  }

  /** Only printable ASCII and white space may stand in a value (`VALCHAR`); one fault for each run of others. */
  #values(start: number, value: string): void {
    this.#runs('bad-character', /[^\x20-\x7e\t\r\n]+/g, start, value);
    if (!this.#folding) this.#runs('line-break', /[\r\n]+/g, start, value);
  }

  #runs(kind: TagFaultKind, pattern: RegExp, start: number, value: string): void {
    let count = 0;
    for (const { index, 0: run } of value.matchAll(pattern)) {
      if (count++ === MAX_VALUE_FAULTS) return;
      this.#fault(kind, start + index, start + index + run.length);
    }
  }

  #space(start: number, end: number): void {
    if (!this.#folding && /[\r\n]/.test(this.#text.slice(start, end))) this.#fault('line-break', start, end);
  }

  #equalsSpace(start: number, end: number): void {
    if (start === end) return;
    if (this.#aroundEquals) this.#space(start, end);
    else this.#fault('space-around-equals', start, end);
  }

  #skip(at: number, end: number): number {
    while (at < end && isSpace(this.#text.charCodeAt(at))) at++;
    return at;
  }

  #back(start: number, at: number): number {
    while (at > start && isSpace(this.#text.charCodeAt(at - 1))) at--;
    return at;
  }

  #fault(kind: TagFaultKind, start: number, end: number): void {
    this.#faults.push({ kind, span: [start, end] });
  }
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0d || unit === 0x0a;
}
