/** Letters of scripts that set no spaces between words: each is a word by itself here (Thai, Japanese, Chinese). */
const unspaced = '\\u0e00-\\u0e7f\\u3040-\\u30ff\\u3400-\\u9fff';
const letter = `(?![${unspaced}])[\\p{L}\\p{N}\\p{M}]`;

/** A word of letters: between two such words a space goes without saying. */
export const spacedWord = new RegExp(`^${letter}`, 'u');

/** Words of letters, and what stands between them; an enhanced status code is one word. No two words of letters touch. */
export const anyWord = new RegExp(
  `(?:${letter})+(?:\\.\\d+(?![\\p{L}\\p{N}\\p{M}]))*|[${unspaced}]|\\n+|(?:(?![${unspaced}])[^\\p{L}\\p{N}\\p{M}\\n])+`,
  'gu',
);

/** Stands behind the last word of each text. */
export const TEXT_END = '';
