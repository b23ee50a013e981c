/** A stretch of a text, and whether it has what was asked for. */
export interface Stretch {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Words of a query that are marked: the search looks for no more. */
const MAX_WORDS = 24;
/** A word with its dots, as the search takes queries apart. */
const word = /[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu;

/**
 * A text cut where words of a query stand: at the beginning of a word, whatever the case. Words that
 * were found in spite of a typing error stay unmarked.
 */
export function markWords(text: string, query: string): Stretch[] {
  const words = [...new Set(query.toLowerCase().match(word) ?? [])]
    .slice(0, MAX_WORDS)
    // Of two words that begin alike the longer one is tried first.
    .sort((a, b) => b.length - a.length)
    .map((one) => one.replaceAll('.', '\\.'));
  if (words.length === 0) return [{ text, isMarked: false }];
  const parts = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})`, 'giu'));
  return parts.map((part, at) => ({ text: part, isMarked: at % 2 === 1 })).filter(({ text: part }) => part !== '');
}
