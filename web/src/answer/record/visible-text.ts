/** Control characters and those that turn the direction of writing: a record that holds one would show as another. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A stranger's text with what cannot be seen in it written out: `\\u202e`. Line ends stay, as policies have lines. */
export function visibleText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(unseen, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}
