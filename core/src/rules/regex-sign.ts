/** What stands in regular expressions and hardly ever in the words of a server. `resolver.mt.*` is words with an open edge. */
const signs: readonly RegExp[] = [
  /\\[dDsSwWbB./()[\]+*?{}|^$]/,
  /\.\*(?!$)/,
  /\.\+/,
  /\(\?[:=!<]/,
  /\[\^?(?:[a-z]-[a-z]|[A-Z]-[A-Z]|\d-\d)/,
  /\{\d{1,9},\d{0,9}\}/,
  /\([^()|]{1,80}\|[^()|]{1,80}\)/,
  /^\^/,
  /\$$/,
  /^\/.*\/[a-z]{0,8}$/,
];

/** The part of words by which they look like a regular expression; null where they do not. */
export function regexSign(words: string): string | null {
  for (const sign of signs) {
    const found = sign.exec(words)?.[0];
    if (found !== undefined) return found;
  }
  return null;
}
