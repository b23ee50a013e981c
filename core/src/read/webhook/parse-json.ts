/**
 * The object or list that a text holds as JSON, or undefined. Text that does not begin as an object or list is
 * never handed to the parser, so a mail or a log of many megabytes costs one look at its first character.
 */
export function parseJson(text: string): unknown {
  const start = /^[\s\uFEFF]{0,1000}([[{])/.exec(text);
  if (start === null) return undefined;
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}
