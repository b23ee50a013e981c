/** Longest stretch that a gap may stand for. */
export const MAX_GAP = 200;

/** One literal of a pattern, with what may stand before it. */
export interface Piece {
  readonly literal: string;
  /** What lies between this piece and the one before: nothing, any words, or digits. */
  readonly gap: 'none' | 'words' | 'digits';
  readonly boundedLeft: boolean;
  readonly boundedRight: boolean;
}

/** The words of a rule, ready to be looked for. */
export interface Pattern {
  readonly pieces: readonly Piece[];
  /** The piece that the index found, and where in it the index looked. */
  readonly anchor: number;
  readonly gramOffset: number;
  /** Literal characters in all: longer is more specific. */
  readonly weight: number;
}

/**
 * Compiles the words of a rule (syntax: `Entry.text`; normalised). Literals and gaps only, so finding
 * them is linear by construction and no built-in rule can backtrack.
 *
 * @param gramAt offset in `source` of the gram by which the index finds the pattern; below 0 for none
 */
export function compilePattern(source: string, gramAt: number): Pattern {
  const literals = literalsOf(source);
  const pieces = literals.map(({ literal, gap, openLeft, openRight }, i): Piece => {
    const beforeDigits = literals[i + 1]?.gap === 'digits';
    return {
      literal,
      gap,
      boundedLeft: !openLeft && gap !== 'digits' && isWord(literal.charCodeAt(0)),
      boundedRight: !openRight && !beforeDigits && isWord(literal.charCodeAt(literal.length - 1)),
    };
  });
  let anchor = literals.findIndex(({ literal, at }) => gramAt >= at && gramAt < at + literal.length);
  const gramOffset = anchor < 0 ? 0 : gramAt - (literals[anchor]?.at ?? 0);
  if (anchor < 0) anchor = longest(pieces);
  return { pieces, anchor, gramOffset, weight: pieces.reduce((sum, { literal }) => sum + literal.length, 0) };
}

function longest(pieces: readonly Piece[]): number {
  let best = 0;
  for (const [i, { literal }] of pieces.entries()) if (literal.length > (pieces[best]?.literal.length ?? 0)) best = i;
  return best;
}

const WORDS_GAP = ' * ';
const DIGITS_GAP = '#';

/** A literal of a pattern, and where in the pattern's source it stands. */
interface Literal {
  readonly literal: string;
  readonly at: number;
  readonly gap: Piece['gap'];
  readonly openLeft: boolean;
  readonly openRight: boolean;
}

/** The literals of a pattern in their order. */
export function literalsOf(source: string): Literal[] {
  // Nine in ten patterns are one literal, and the index asks for all of them.
  if (!source.includes('*') && !source.includes(DIGITS_GAP))
    return [{ literal: source, at: 0, gap: 'none', openLeft: false, openRight: false }];
  const literals: Literal[] = [];
  let at = 0;
  for (const [wordsIndex, words] of source.split(WORDS_GAP).entries()) {
    for (const [digitsIndex, part] of words.split(DIGITS_GAP).entries()) {
      const openLeft = part.startsWith('*');
      const openRight = part.endsWith('*');
      literals.push({
        literal: part.slice(openLeft ? 1 : 0, openRight ? -1 : undefined),
        at: at + (openLeft ? 1 : 0),
        gap: digitsIndex > 0 ? 'digits' : wordsIndex > 0 ? 'words' : 'none',
        openLeft,
        openRight,
      });
      at += part.length + DIGITS_GAP.length;
    }
    at += WORDS_GAP.length - DIGITS_GAP.length;
  }
  return literals;
}

/** Whether the pattern stands in `text` (normalised) with its anchor at `at`. */
export function matchesAt(pattern: Pattern, text: string, at: number): boolean {
  const { pieces, anchor } = pattern;
  const piece = pieces[anchor];
  if (piece === undefined || !standsAt(piece, text, at)) return false;
  if (pieces.length === 1) return true;
  let end = at + piece.literal.length;
  for (let i = anchor + 1; i < pieces.length; i++) {
    end = findAfter(pieces[i] as Piece, text, end);
    if (end < 0) return false;
  }
  let start = at;
  for (let i = anchor - 1; i >= 0; i--) {
    start = findBefore(pieces[i] as Piece, (pieces[i + 1] as Piece).gap, text, start);
    if (start < 0) return false;
  }
  return true;
}

/** Whether a piece stands in `text` (normalised) at `at`, its edges respected. */
export function standsAt(piece: Piece, text: string, at: number): boolean {
  const { literal } = piece;
  // `startsWith` costs more than most calls of this need: the ends alone tell nearly all that are not it.
  const last = literal.length - 1;
  if (
    last >= 0 &&
    (text.charCodeAt(at + last) !== literal.charCodeAt(last) || text.charCodeAt(at) !== literal.charCodeAt(0))
  )
    return false;
  if (!text.startsWith(literal, at)) return false;
  if (piece.boundedLeft && at > 0 && joinsLeft(text.charCodeAt(at - 1))) return false;
  return !(piece.boundedRight && isWord(text.charCodeAt(at + literal.length)));
}

/** End of the piece's first occurrence at or after `from` within its gap; -1 if none. */
function findAfter(piece: Piece, text: string, from: number): number {
  if (piece.gap === 'digits') {
    let at = from;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at === from) return -1;
    return standsAt(piece, text, at) ? at + piece.literal.length : -1;
  }
  for (
    let at = text.indexOf(piece.literal, from);
    at >= 0 && at - from <= MAX_GAP;
    at = text.indexOf(piece.literal, at + 1)
  ) {
    if (standsAt(piece, text, at)) return at + piece.literal.length;
  }
  return -1;
}

/** Start of the piece's last occurrence before `to`, the gap between being the later piece's; -1 if none. */
function findBefore(piece: Piece, gap: Piece['gap'], text: string, to: number): number {
  if (gap === 'digits') {
    let end = to;
    while (end > 0 && isDigit(text.charCodeAt(end - 1))) end--;
    const at = end - piece.literal.length;
    return end < to && at >= 0 && standsAt(piece, text, at) ? at : -1;
  }
  const last = to - piece.literal.length;
  for (let at = last < 0 ? -1 : text.lastIndexOf(piece.literal, last); at >= 0 && last - at <= MAX_GAP; ) {
    if (standsAt(piece, text, at)) return at;
    if (at === 0) return -1;
    at = text.lastIndexOf(piece.literal, at - 1);
  }
  return -1;
}

/** Letters and digits of ASCII: scripts without word breaks have no edges to respect. */
function isWord(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/** Whether words go on to the left of this sign: what follows an `@` is part of an address and no word of the refusal. */
function joinsLeft(unit: number): boolean {
  return isWord(unit) || unit === 0x40;
}

/** Whether a UTF-16 unit is a digit of ASCII. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
