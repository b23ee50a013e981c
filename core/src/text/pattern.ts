/** Longest stretch that a gap may stand for. */
const MAX_GAP = 200;

/** One literal of a pattern, with what may stand before it. */
interface Piece {
  readonly literal: string;
  /** What lies between this piece and the one before: nothing, any words, or digits. */
  readonly gap: 'none' | 'words' | 'digits';
  readonly boundedLeft: boolean;
  readonly boundedRight: boolean;
}

/** The words of a rule, ready to be looked for. */
export interface Pattern {
  readonly pieces: readonly Piece[];
  /** The piece that the index found. */
  readonly anchor: number;
  /** Literal characters in all: longer is more specific. */
  readonly weight: number;
}

/**
 * Compiles the words of a rule (syntax: `Entry.text`; normalised). Literals and gaps only, so finding
 * them is linear by construction and no built-in rule can backtrack.
 *
 * @param anchor which of its literals {@link matchesAt} will be given the place of
 */
export function compilePattern(source: string, anchor: number): Pattern {
  const pieces: Piece[] = [];
  for (const [wordsIndex, words] of source.split(WORDS_GAP).entries()) {
    const parts = words.split(DIGITS_GAP);
    for (const [digitsIndex, part] of parts.entries()) {
      const openLeft = part.startsWith('*');
      const openRight = part.endsWith('*');
      const literal = bare(part);
      const afterDigits = digitsIndex > 0;
      const beforeDigits = digitsIndex < parts.length - 1;
      pieces.push({
        literal,
        gap: afterDigits ? 'digits' : wordsIndex > 0 ? 'words' : 'none',
        boundedLeft: !openLeft && !afterDigits && isWord(literal.charCodeAt(0)),
        boundedRight: !openRight && !beforeDigits && isWord(literal.charCodeAt(literal.length - 1)),
      });
    }
  }
  return { pieces, anchor, weight: pieces.reduce((sum, piece) => sum + piece.literal.length, 0) };
}

/** The literals of a pattern in their order, without compiling it. */
export function literalsOf(source: string): string[] {
  return source.split(WORDS_GAP).flatMap((words) => words.split(DIGITS_GAP).map(bare));
}

const WORDS_GAP = ' * ';
const DIGITS_GAP = '#';

/** A literal without the `*` that opens its edges. */
function bare(part: string): string {
  return part.slice(part.startsWith('*') ? 1 : 0, part.endsWith('*') ? -1 : undefined);
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

function standsAt(piece: Piece, text: string, at: number): boolean {
  if (!text.startsWith(piece.literal, at)) return false;
  if (piece.boundedLeft && at > 0 && isWord(text.charCodeAt(at - 1))) return false;
  return !(piece.boundedRight && isWord(text.charCodeAt(at + piece.literal.length)));
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

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
