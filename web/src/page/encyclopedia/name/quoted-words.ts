/** Longest quote that still reads as a title. */
const MAX_QUOTE = 96;
/** Characters by which a quote may grow to either side until the sentence begins or ends. */
const MAX_GROWTH = 44;
/**
 * What is different in every reply and so belongs in no title: addresses, links, numbers, lists in
 * brackets, and hosts, which in this knowledge are always those of RFC 2606.
 */
const variable = /[@<>[\]{}/=\d\p{Cc}]|example\./u;
/** Where a sentence or its part ends. */
const breaks = /[.:;,!?|"“”«»](?=\s|$)|\s[-–—]\s|[()|]/g;

/**
 * An entry's distinctive words as the server writes them: with its capitals, and with the rest of their
 * sentence where that is the same in every reply.
 *
 * @param pattern words as an entry has them: lower or upper case, ` * ` for a gap, `#` for digits
 * @param reply the server's words without codes, on one line
 * @returns null where the words do not stand in the reply
 */
export function quotedWords(pattern: string, reply: string): string | null {
  const found = find(pattern, reply);
  if (found === null) return null;
  const { start, end } = grow(found, reply);
  const quote = [
    reply.slice(start, found.pieces[0]?.start ?? start),
    ...found.pieces.map((piece, i) => {
      const previous = found.pieces[i - 1];
      return `${previous === undefined ? '' : gapBetween(reply.slice(previous.end, piece.start))}${reply.slice(piece.start, piece.end)}`;
    }),
    reply.slice(found.end, end),
  ].join('');
  return shortened(trimmed(quote));
}

/** The words alone, for an entry none of whose replies shows them. */
export function plainWords(pattern: string): string {
  return shortened(trimmed(pattern.replaceAll(/\s*\*\s*|#/g, ' … ').replaceAll(/\s+/g, ' ')));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Found extends Span {
  readonly pieces: readonly Span[];
}

/** Finds the pieces between the gaps, one behind the other. */
function find(pattern: string, reply: string): Found | null {
  const lower = reply.toLowerCase();
  // A case mapping that changes the length would put every offset wrong.
  if (lower.length !== reply.length) return null;
  const pieces: Span[] = [];
  let from = 0;
  for (const piece of pattern.toLowerCase().split(/\*|#/)) {
    const words = piece.trim();
    if (words === '') continue;
    const start = lower.indexOf(words, from);
    if (start < 0) return null;
    from = start + words.length;
    pieces.push({ start, end: from });
  }
  const start = pieces[0]?.start;
  return start === undefined ? null : { start, end: from, pieces };
}

/** To the beginning and the end of the sentence, as long as nothing variable stands there. */
function grow({ start, end }: Span, reply: string): Span {
  const before = reply.slice(0, start);
  const after = reply.slice(end);
  const lead = before.slice(lastBreak(before));
  const tail = after.slice(0, firstBreak(after));
  const isWhole = (text: string): boolean => text.length <= MAX_GROWTH && !variable.test(text);
  return {
    start: isWhole(lead) ? start - lead.length : wordStart(reply, start),
    end: isWhole(tail) ? end + tail.length : wordEnd(reply, end),
  };
}

function lastBreak(text: string): number {
  let last = 0;
  for (const match of text.matchAll(breaks)) last = match.index + match[0].length;
  return last;
}

function firstBreak(text: string): number {
  for (const match of text.matchAll(breaks)) return match.index;
  return text.length;
}

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && /\p{L}/u.test(text.charAt(start - 1))) start--;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\p{L}/u.test(text.charAt(end))) end++;
  return end;
}

/** A gap that is different in every reply is not worth its letters. */
function gapBetween(text: string): string {
  return text.trim() === '' ? text : /^\s*\d+\s*$/.test(text) ? text : ' … ';
}

function trimmed(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replace(/\s*[<[({][^>\])}]*$/u, '')
    .replace(/^[\s\-–—:;,.…*\])]+/u, '')
    .replace(/[\s\-–—:;,*]+$/u, '');
}

function shortened(text: string): string {
  if (text.length <= MAX_QUOTE) return text;
  const cut = text.slice(0, MAX_QUOTE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_QUOTE / 2)).trimEnd()}…`;
}
