import { MAX_RECIPIENTS } from '../../message/limits.ts';
import { singleSpaced } from '../../text/normalise.ts';

/** Lines of a report that are looked at. */
const MAX_LINES = 20_000;
/** Longest diagnostic that is put together. */
const MAX_DIAGNOSTIC = 2_000;
/** Longest line that is tried as the head of a block. */
const MAX_HEAD = 2_048;

/** A recipient and the lines below it, up to the next recipient. */
export interface Block {
  readonly recipient: string | null;
  readonly lines: string[];
}

/** What stands in a line that begins a block: whose it is, and the words behind it. */
export interface BlockHead {
  readonly recipient: string | null;
  readonly rest: string;
}

/** The lines of a text, without the white space at their ends. */
export function linesOf(text: string): string[] {
  return text.split('\n', MAX_LINES).map((line) => line.trimEnd());
}

/**
 * Cuts the lines of a report into blocks, each begun by a line that `head` knows. Lines before the
 * first block go; a line of which `isEnd` is true ends the last.
 */
export function blocksOf(
  lines: readonly string[],
  head: (line: string) => BlockHead | null,
  isEnd: (line: string) => boolean = () => false,
): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks[blocks.length - 1];
    if (last !== undefined && isEnd(line)) break;
    const begun = line.length > MAX_HEAD ? null : head(line);
    if (begun === null) last?.lines.push(line);
    else if (blocks.length >= MAX_RECIPIENTS) break;
    else blocks.push({ recipient: begun.recipient, lines: begun.rest === '' ? [] : [begun.rest] });
  }
  return blocks;
}

/** Joins the folded lines of one reply; null where nothing is left. */
export function joinReply(lines: readonly string[]): string | null {
  const words: string[] = [];
  let length = 0;
  for (const line of lines) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    words.push(trimmed);
    length += trimmed.length + 1;
    if (length > MAX_DIAGNOSTIC) break;
  }
  return words.length === 0 ? null : dropContinuations(singleSpaced(words.join(' '))).slice(0, MAX_DIAGNOSTIC);
}

/**
 * `550-5.7.1 one 550-5.7.1 two 550 5.7.1 three` → `550-5.7.1 one two three`: every line of a folded
 * reply repeats the codes of the first (RFC 5321 section 4.2.1).
 */
export function dropContinuations(text: string): string {
  const first = /(?:^|[\s:'"])(?:([245]\d\d)-)([245]\.\d{1,3}\.\d{1,3} )?/.exec(text);
  if (first === null) return text;
  const [whole, code = '', status = ''] = first;
  const from = first.index + whole.length;
  const rest = text
    .slice(from)
    .replaceAll(` ${code}-${status}`, ' ')
    .replaceAll(` ${code}-`, ' ')
    // The last line has a space for the hyphen; a bare number could be a number of the text.
    .replace(status === '' ? ` ${code} ` : ` ${code} ${status}`, ' ');
  return (text.slice(0, from) + rest).replace(/ {2,}/g, ' ');
}

/** The first lines up to a blank one, blank lines before them apart. */
export function firstParagraph(lines: readonly string[]): string[] {
  const from = lines.findIndex((line) => line.trim() !== '');
  if (from < 0) return [];
  const length = lines.slice(from).findIndex((line) => line.trim() === '');
  return lines.slice(from, length < 0 ? undefined : from + length);
}
