/**
 * Lists of lines as one text: each line ends with a line break, and each list with one more.
 *
 * @throws RangeError for a line that is empty or has a line break in it
 */
export function writeBlocks(blocks: readonly (readonly string[])[]): string {
  const bad = blocks.flat().find((line) => line === '' || line.includes('\n'));
  if (bad !== undefined)
    throw new RangeError(`A line of a list cannot be empty or hold a line break: ${JSON.stringify(bad)}`);
  return blocks.map((lines) => `${lines.map((line) => `${line}\n`).join('')}\n`).join('');
}

/** The inverse of {@link writeBlocks}. */
export function readBlocks(text: string): string[][] {
  const blocks: string[][] = [];
  let lines: string[] = [];
  for (const line of text.split('\n').slice(0, -1)) {
    if (line === '') {
      blocks.push(lines);
      lines = [];
    } else lines.push(line);
  }
  return blocks;
}
