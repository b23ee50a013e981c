import type { Buffer } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';

/** Bytes that a search may still hash: hostile bodies could otherwise keep it busy for minutes. */
export interface Budget {
  bytes: number;
}

/** A run of lines in a canonical body that, taken out, leaves what was signed. */
export interface Cut {
  readonly where: 'start' | 'middle' | 'end' | 'all';
  readonly text: Buffer;
}

/** What was signed. */
export interface Target {
  readonly hash: 'sha1' | 'sha256';
  readonly expected: Buffer;
  /** `l=`: bytes that were hashed; null for all. */
  readonly length: number | null;
  /** What an empty body is hashed as: nothing, or a CRLF (RFC 6376 sections 3.4.3 and 3.4.4). */
  readonly empty: string;
}

const LF = 0x0a;
/** Longest run in lines that is taken out of the middle: a footer, a banner, an advertisement. */
const MAX_LINES = 60;
/** Lines at the top that are taken for a banner. */
const MAX_TOP = 400;
/** What a copied hash costs beside the bytes that it hashes. */
const COPY = 512;

/**
 * Finds one run of lines whose removal gives the hash that was signed: a footer, a banner, a block somewhere between.
 * The ends are tried first, where most is added, then what stands before closing marks of MIME and HTML, then all else
 * as far as the budget goes.
 *
 * @param canonical a body as it is hashed, before `l=` cuts it
 */
export function findCut(canonical: Buffer, target: Target, budget: Budget): Cut | null {
  const search = new CutSearch(canonical, target, budget);
  return search.atEnd() ?? search.atStart() ?? search.inside(true) ?? search.inside(false);
}

class CutSearch {
  readonly #bytes: Buffer;
  readonly #target: Target;
  readonly #budget: Budget;
  readonly #ends: readonly number[];

  constructor(bytes: Buffer, target: Target, budget: Budget) {
    this.#bytes = bytes;
    this.#target = target;
    this.#budget = budget;
    this.#ends = lineEnds(bytes);
  }

  /** The hash of each beginning, in one pass. With `l=` nothing that was appended can matter. */
  atEnd(): Cut | null {
    if (this.#target.length !== null || this.#ends.length === 0) return null;
    if (this.#isSigned(createHash(this.#target.hash).update(this.#target.empty)))
      return { where: 'all', text: this.#bytes };
    const growing = createHash(this.#target.hash);
    for (let line = 0; line + 1 < this.#ends.length; line++) {
      if (!this.#pay(this.#start(line + 1) - this.#start(line))) return null;
      growing.update(this.#lines(line, line + 1));
      // a canonical body never ends in an empty line
      if (this.#isBlank(line)) continue;
      if (!this.#pay(COPY)) return null;
      if (this.#isSigned(growing.copy())) return { where: 'end', text: this.#lines(line + 1, this.#ends.length) };
    }
    return null;
  }

  atStart(): Cut | null {
    const nothing = createHash(this.#target.hash);
    for (let to = 1; to < Math.min(this.#ends.length, MAX_TOP); to++) {
      const found = this.#without(nothing, 0, to);
      if (found !== null) return found ? { where: 'start', text: this.#lines(0, to) } : null;
    }
    return null;
  }

  /** @param marked only what ends before a line that closes something */
  inside(marked: boolean): Cut | null {
    const growing = createHash(this.#target.hash);
    /** Hashes of the beginnings that end at the lines above. */
    const beginnings: Hash[] = [];
    for (let to = 2; to < this.#ends.length; to++) {
      if (!this.#pay(this.#start(to - 1) - this.#start(to - 2) + COPY)) return null;
      beginnings.push(growing.update(this.#lines(to - 2, to - 1)).copy());
      if (beginnings.length > MAX_LINES) beginnings.shift();
      if (marked && !this.#closes(to)) continue;
      for (const [at, beginning] of beginnings.entries()) {
        const from = to - beginnings.length + at;
        const found = this.#without(beginning, from, to);
        if (found !== null) return found ? { where: 'middle', text: this.#lines(from, to) } : null;
      }
    }
    return null;
  }

  /** Whether that beginning and all from line `to` on was signed: true, null if not, false where the budget is used up. */
  #without(beginning: Hash, from: number, to: number): boolean | null {
    const { length } = this.#target;
    const left = length === null ? this.#bytes.length : length - this.#start(from);
    if (left <= 0) return null;
    const rest = this.#bytes.subarray(this.#start(to), Math.min(this.#bytes.length, this.#start(to) + left));
    if (!this.#pay(rest.length + COPY)) return false;
    return this.#isSigned(beginning.copy().update(rest)) ? true : null;
  }

  #isSigned(hash: Hash): boolean {
    return hash.digest().equals(this.#target.expected);
  }

  #pay(bytes: number): boolean {
    this.#budget.bytes -= bytes;
    return this.#budget.bytes >= 0;
  }

  #start(line: number): number {
    return line === 0 ? 0 : (this.#ends[line - 1] as number);
  }

  #lines(from: number, to: number): Buffer {
    return this.#bytes.subarray(this.#start(from), this.#start(to));
  }

  #isBlank(line: number): boolean {
    return this.#start(line) + 2 === this.#ends[line];
  }

  #closes(line: number): boolean {
    return /^(?:--|<\/(?:body|html|div|table)\b)/i.test(
      this.#lines(line, line + 1)
        .subarray(0, 16)
        .toString('latin1'),
    );
  }
}

function lineEnds(bytes: Buffer): number[] {
  const ends: number[] = [];
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) ends.push(at + 1);
  if (bytes.length > 0 && ends.at(-1) !== bytes.length) ends.push(bytes.length);
  return ends;
}
