/**
 * Texts as lines of one text.
 *
 * @throws RangeError for a text with a line break in it, and for one empty text alone, which is no line
 */
export function writeLines(texts: readonly string[]): string {
  const bad = texts.find((text) => text.includes('\n') || (text === '' && texts.length === 1));
  if (bad !== undefined) throw new RangeError(`A line cannot hold a line break, nor be all: ${JSON.stringify(bad)}`);
  return texts.join('\n');
}

/** The inverse of {@link writeLines}. */
export function readLines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}
