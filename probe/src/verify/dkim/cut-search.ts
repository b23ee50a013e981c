import type { Buffer } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import type { Canonicalization } from '../canonical.ts';

/** Bytes that a search may still hash: hostile bodies could otherwise keep it busy for minutes. */
export interface Budget {
  bytes: number;
}

/** Lines of a canonical body that, taken out, leave what was signed: from the first to before the last. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  /** Lines that the body has. */
  readonly lines: number;
  readonly text: Buffer;
}

const LF = 0x0a;
/** Lines around which a body is searched where it is too long to be searched everywhere. */
const NEAR = 60;

/**
 * Finds one run of lines whose removal gives the hash that was signed: a footer, a banner, a block somewhere between.
 * The ends are tried first, where most is added; the inside as far as the budget goes.
 *
 * @param canonical a body as it is hashed
 */
export function findCut(
  canonical: Buffer,
  way: { readonly hash: 'sha1' | 'sha256'; readonly canonicalization: Canonicalization; readonly expected: Buffer },
  budget: Budget,
): Cut | null {
  const ends = lineEnds(canonical);
  const count = ends.length;
  const startOf = (line: number) => (line === 0 ? 0 : (ends[line - 1] as number));
  const cut = (from: number, to: number): Cut => ({
    from,
    to,
    lines: count,
    text: canonical.subarray(startOf(from), startOf(to)),
  });
  const matches = (hash: Hash) => hash.digest().equals(way.expected);
  const isBlank = (line: number) => startOf(line) + 2 === ends[line];

  // what was appended: the hash of each beginning, in one pass
  const growing = createHash(way.hash);
  /** The hash of the lines before each, near the start, where blocks begin that are not at the end. */
  const beginnings = new Map<number, Hash>();
  beginnings.set(0, createHash(way.hash));
  const emptyBody = createHash(way.hash);
  if (way.canonicalization === 'simple') emptyBody.update('\r\n');
  if (count > 0 && matches(emptyBody)) return cut(0, count);
  for (let line = 0; line < count; line++) {
    budget.bytes -= startOf(line + 1) - startOf(line);
    if (budget.bytes < 0) return null;
    growing.update(canonical.subarray(startOf(line), startOf(line + 1)));
    // a canonical body never ends in an empty line
    if (line + 1 < count && !isBlank(line)) {
      budget.bytes -= 64;
      if (matches(growing.copy())) return cut(line + 1, count);
    }
    beginnings.set(line + 1, growing.copy());
    if (line + 1 > NEAR && line + 1 < count - NEAR) beginnings.delete(line + 1 - NEAR);
  }

  // what was put before or between: the shortest rests first
  for (let to = 1; to < count; to++) {
    for (const from of starts(to, count)) {
      const beginning = beginnings.get(from);
      if (beginning === undefined) continue;
      budget.bytes -= canonical.length - startOf(to) + 64;
      if (budget.bytes < 0) return null;
      if (matches(beginning.copy().update(canonical.subarray(startOf(to))))) return cut(from, to);
    }
  }
  return null;
}

/** Where a block that ends before line `to` may begin: at the top, or not far above its end. */
function* starts(to: number, count: number): Generator<number> {
  yield 0;
  const first = count <= 2 * NEAR ? 1 : Math.max(1, to - NEAR);
  for (let from = first; from < to; from++) yield from;
}

function lineEnds(bytes: Buffer): number[] {
  const ends: number[] = [];
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) ends.push(at + 1);
  if (bytes.length > 0 && ends.at(-1) !== bytes.length) ends.push(bytes.length);
  return ends;
}
