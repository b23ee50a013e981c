import { MAX_MATCHED, normalise } from './normalise.ts';
import { compilePattern, isDigit, MAX_GAP, type Piece, standsAt } from './pattern.ts';

/** Where words stand in a text: UTF-16 offsets, the end exclusive. */
export type Span = readonly [start: number, end: number];

/**
 * Where the words of a rule stand in a refusal: their first occurrence, as tight as the gaps allow.
 *
 * Compared as the matcher compares (case, white space, quotes), and never null for words that the
 * matcher found. It walks the text once for each piece of the pattern, so its time is linear.
 *
 * @param pattern the words (syntax: `Entry.text`), normalised or as they were written
 * @param diagnostic the refusal as it came; only as much of it is looked at as the matcher reads
 * @returns offsets into `diagnostic` as it stands, or null where the words are not there
 */
export function wordsSpan(pattern: string, diagnostic: string): Span | null {
  const text = normalise(diagnostic);
  const span = spanIn(text, piecesOf(pattern));
  return span === null ? null : inOriginal(span, text, diagnostic);
}

/** Different patterns that are kept compiled: a program asks for those of its own rules again and again. */
const MAX_KEPT = 4_096;
const kept = new Map<string, readonly Piece[]>();

function piecesOf(pattern: string): readonly Piece[] {
  let pieces = kept.get(pattern);
  if (pieces === undefined) {
    pieces = compilePattern(normalise(pattern), -1).pieces;
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(pattern, pieces);
  }
  return pieces;
}

/** A place where a piece stands, with the beginning of the words that lead up to it. */
interface Place {
  readonly start: number;
  readonly end: number;
}

function spanIn(text: string, pieces: readonly Piece[]): Span | null {
  let places: readonly Place[] | null = null;
  for (const [i, piece] of pieces.entries()) {
    const isLast = i === pieces.length - 1;
    // A first piece without letters (`#.example`) stands everywhere: the digits behind it decide.
    if (i === 0 && piece.literal === '' && !isLast) continue;
    places = placesOf(piece, places, text, isLast);
    if (places.length === 0) return null;
  }
  const first = places?.[0];
  return first === undefined || first.start === first.end ? null : [first.start, first.end];
}

/**
 * The places where a piece stands within its gap behind a place of the piece before it, ascending.
 *
 * @param before places of the piece before, ascending; null where nothing need stand before
 * @param firstOnly whether one place is enough
 */
function placesOf(piece: Piece, before: readonly Place[] | null, text: string, firstOnly: boolean): Place[] {
  const { literal, gap } = piece;
  const places: Place[] = [];
  /** How many places of the piece before end at or before `at`. */
  let behind = 0;
  /** Where the run of digits before `at` begins. */
  let digits = 0;
  let looked = 0;
  for (let at = text.indexOf(literal); at >= 0; at = at < text.length ? text.indexOf(literal, at + 1) : -1) {
    for (; looked < at; looked++) if (!isDigit(text.charCodeAt(looked))) digits = looked + 1;
    while (before !== null && behind < before.length && (before[behind] as Place).end <= at) behind++;
    if (!standsAt(piece, text, at)) continue;
    // A number ends where its digits end.
    if (gap === 'digits' && (digits === at || (literal === '' && isDigit(text.charCodeAt(at))))) continue;
    let start = gap === 'digits' ? digits : at;
    if (before !== null) {
      // The nearest place makes the tightest span; between it and a number's end stands at least one digit.
      const atLeast = gap === 'digits' ? 1 : 0;
      const place = (before[behind - 1]?.end ?? at) + atLeast <= at ? before[behind - 1] : before[behind - 2];
      if (place === undefined || place.end < (gap === 'digits' ? digits : at - MAX_GAP)) continue;
      start = place.start;
    }
    places.push({ start, end: at + literal.length });
    if (firstOnly) break;
  }
  return places;
}

/** The only letter that takes more room in lower case: `i` and a combining dot (Unicode, SpecialCasing.txt). */
const DOTTED_I = 0x130;

/** A span of the normalised text as offsets into the text that it was made from. */
function inOriginal([start, end]: Span, text: string, original: string): Span {
  // Where nothing was folded or widened, all stands where it stood.
  if (text.length === Math.min(original.length, MAX_MATCHED) && !original.includes('\u0130')) return [start, end];
  let from = -1;
  let at = 0;
  for (let normal = 0; at < original.length; ) {
    if (from < 0 && normal >= start) from = at;
    if (normal >= end) break;
    if (isSpace(original, at)) {
      while (isSpace(original, at)) at++;
      normal++;
    } else normal += original.charCodeAt(at++) === DOTTED_I ? 2 : 1;
  }
  return [from < 0 ? at : from, at];
}

/** What `normalise` folds into one space. */
function isSpace(text: string, at: number): boolean {
  return /[\s\u00a0]/.test(text.charAt(at));
}
