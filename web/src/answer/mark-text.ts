import type { MarkedText, Piece } from './shapes.ts';

/** Words that are quoted from a text: UTF-16 offsets, the end exclusive. */
export interface Quoted {
  readonly start: number;
  readonly end: number;
}

/** Quotes with their numbers: what is quoted twice has one number. */
export interface Numbered extends Quoted {
  /** From 1, in the order in which the quotes begin. */
  readonly mark: number;
}

/** Words beyond this are marked by nobody: a refusal has some ten quotes, and marks have to be counted by readers. */
export const MAX_MARKS = 60;

/**
 * Numbers quotes of a text in the order in which they begin, the longer of two that begin together
 * first. Where quotes overlap, the shorter has the words that both quote; one that is left without any
 * word of its own gets no number.
 *
 * @param length of the text; what lies beyond is cut off
 */
export function numberQuotes(quotes: readonly Quoted[], length: number): Numbered[] {
  const distinct = new Map<string, Quoted>();
  for (const { start, end } of quotes) {
    const quote = { start: Math.max(0, start), end: Math.min(length, end) };
    if (quote.start < quote.end) distinct.set(`${quote.start}-${quote.end}`, quote);
  }
  const sorted = [...distinct.values()].sort((a, b) => a.start - b.start || b.end - a.end).slice(0, MAX_MARKS);
  const owners = new Set(stretches(sorted).map(({ owner }) => owner));
  return sorted.filter((_, i) => owners.has(i)).map((quote, i) => ({ ...quote, mark: i + 1 }));
}

/** The number under which words are quoted; null where they are not. */
export function markOf(quote: Quoted | null, numbered: readonly Numbered[]): number | null {
  if (quote === null) return null;
  return numbered.find(({ start, end }) => start === quote.start && end === quote.end)?.mark ?? null;
}

/**
 * Cuts a text into pieces of which each is quoted by one quote or by none. A piece never begins or ends
 * inside a character of two units, and the pieces joined are the text.
 */
export function markText(text: string, numbered: readonly Numbered[]): MarkedText {
  const quotes = numbered.map(({ start, end, mark }) => ({
    start: outside(text, start, -1),
    end: outside(text, Math.min(end, text.length), 1),
    mark,
  }));
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, owner } of stretches(quotes)) {
    if (start > at) pieces.push({ text: text.slice(at, start), mark: null });
    pieces.push({ text: text.slice(start, end), mark: quotes[owner]?.mark ?? null });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: null });
  return pieces;
}

/** A stretch of a text with the place of the quote that has it. */
interface Stretch extends Quoted {
  readonly owner: number;
}

/** What each quote has of its own: of several that quote the same words, the shortest, then the earliest. */
function stretches(quotes: readonly Quoted[]): Stretch[] {
  const edges = [...new Set(quotes.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const found: Stretch[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i] as number, edges[i + 1] as number];
    const owner = shortestAt(quotes, start, end);
    if (owner < 0) continue;
    const last = found.at(-1);
    if (last !== undefined && last.owner === owner && last.end === start) found[found.length - 1] = { ...last, end };
    else found.push({ start, end, owner });
  }
  return found;
}

function shortestAt(quotes: readonly Quoted[], from: number, to: number): number {
  let best = -1;
  let length = Number.POSITIVE_INFINITY;
  for (const [i, { start, end }] of quotes.entries()) {
    if (start > from || end < to || end - start >= length) continue;
    best = i;
    length = end - start;
  }
  return best;
}

/** An offset moved out of a character of two units. */
function outside(text: string, at: number, step: 1 | -1): number {
  const isInside = at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
  return isInside ? at + step : at;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
