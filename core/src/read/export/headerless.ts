import { CsvRows, splitCsv } from '../../text/csv.ts';
import { readAddress } from '../address.ts';
import { findCodes } from '../reply-codes.ts';
import { delimiters } from './delimiter.ts';

/** How many lines are looked at before a file without a header is taken for a list of bounces. */
const SAMPLE = 50;
const MIN_ROWS = 2;
const MAX_COLUMNS = 3;
/** How far into a field its reply code is looked for. */
const MAX_LOOKED_AT = 400;

/** Where a list without a header has its addresses, and where the words of the refusal. */
export interface Layout {
  readonly address: number;
  readonly text: number;
}

/**
 * Whether lines are a list of two or three columns without a header in which every row has an address and a
 * reply: `ann@example.org,550 5.1.1 User unknown`.
 *
 * @param lines the first lines of a file; all must be whole
 */
export function looksLikeHeaderlessExport(lines: readonly string[]): boolean {
  const sample = lines.filter((line) => line.trim() !== '').slice(0, SAMPLE);
  return delimiters.some((delimiter) => isList(sample, delimiter));
}

function isList(lines: readonly string[], delimiter: string): boolean {
  const rows = new CsvRows(delimiter);
  let first: Layout | null = null;
  let count = 0;
  for (const line of lines) {
    const row = rows.push(line);
    if (row === null) continue;
    const layout = layoutOf(row);
    if (layout === null || (first !== null && (layout.address !== first.address || layout.text !== first.text)))
      return false;
    first = layout;
    count++;
  }
  return count >= MIN_ROWS;
}

/** The layout that a row shows by itself; null where it has no address or no reply. */
export function layoutOf(row: readonly string[]): Layout | null {
  const address = row.findIndex(isAddress);
  const text = row.findIndex((field, place) => place !== address && isReply(field));
  if (address < 0 || text < 0) return null;
  // More columns only where a reply without quotes stands last and has delimiters of its own.
  return row.length <= MAX_COLUMNS || text > address ? { address, text } : null;
}

/** The words of the row's refusal; those that hold delimiters of their own are put together again. */
export function replyIn(row: readonly string[], { address, text }: Layout, delimiter: string): string {
  return text > address ? row.slice(text).join(delimiter) : (row[text] ?? '');
}

/** The sign that parts the fields of a row without a header; null where the line is no such row. */
export function headerlessDelimiter(line: string): string | null {
  return delimiters.find((delimiter) => layoutOf(splitCsv(line, delimiter)) !== null) ?? null;
}

function isAddress(field: string): boolean {
  const bare = field.trim().replace(/^<(.*)>$/, '$1');
  return bare.length < 320 && !/[\s<>]/.test(bare) && readAddress(bare) !== null;
}

function isReply(field: string): boolean {
  const looked = field.slice(0, MAX_LOOKED_AT);
  const { replyCode, enhancedStatus } = findCodes(looked);
  return (replyCode !== null || enhancedStatus !== null) && /\p{L}{2}/u.test(looked);
}
