/** Characters of a stranger's words in an explanation. */
const MAX_QUOTED = 120;

/** A stranger's words within a sentence: cut short, with all made visible that would break or turn a line. */
export function quoted(words: string): string {
  const short = words.length > MAX_QUOTED ? `${words.slice(0, MAX_QUOTED).toWellFormed()}…` : words;
  return JSON.stringify(short).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );
}
