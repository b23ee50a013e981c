/** A word of a text with where it stands. */
export interface Word {
  /** In lower case. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Letters and digits that stand together; each character by itself where a script writes no spaces. What
 * stands between words (spaces, line breaks, brackets, the `>` of a quote) differs from writing to writing.
 */
const words =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]]+/gv;

/** The words of a stretch of a text, at most so many. */
export function wordsOf(text: string, start = 0, end = text.length, most = Number.POSITIVE_INFINITY): Word[] {
  const found: Word[] = [];
  words.lastIndex = start;
  for (let next = words.exec(text); next !== null && next.index < end; next = words.exec(text)) {
    found.push({ word: next[0].toLowerCase(), start: next.index, end: next.index + next[0].length });
    if (found.length >= most) break;
  }
  return found;
}
