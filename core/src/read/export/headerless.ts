import { CsvRows, splitCsv } from '../../text/csv.ts';
import { readAddress } from '../address.ts';
import { findCodes } from '../reply-codes.ts';
import { delimiterOf } from './delimiter.ts';

/** How many lines are looked at before a file without a header is taken for a list of bounces. */
const SAMPLE = 50;
const MIN_ROWS = 2;
const MAX_COLUMNS = 3;

/** Where a list without a header has its addresses, and where the words of the refusal. */
export interface Layout {
  readonly address: number;
  readonly text: number;
}

/**
 * Whether lines are a list of two or three columns without a header in which every row has an address and a
 * reply: `ann@example.org,550 5.1.1 User unknown`.
 */
export function looksLikeHeaderlessExport(lines: readonly string[]): boolean {
  const sample = lines.filter((line) => line.trim() !== '').slice(0, SAMPLE);
  if (sample.length < MIN_ROWS) return false;
  const delimiter = delimiterOf(sample[0] ?? '');
  const rows = new CsvRows(delimiter);
  let layout: Layout | null = null;
  let count = 0;
  for (const line of sample) {
    const row = rows.push(line);
    if (row === null) continue;
    const found = layoutOf(row);
    if (found === null || (layout !== null && (found.address !== layout.address || found.text !== layout.text))) return false;
    layout = found;
    count++;
  }
  return count >= MIN_ROWS;
}

/** The layout that a row shows by itself; null where it has no address or no reply. */
export function layoutOf(row: readonly string[]): Layout | null {
  const address = row.findIndex((field) => isAddress(field));
  if (address < 0 || row.length < 2) return null;
  const others = row.map((field, place) => ({ field, place })).filter(({ place }) => place !== address);
  const text = others.find(({ field }) => isReply(field))?.place;
  if (text === undefined) return null;
  // More columns than these only where a reply of several commas stands last without quotes.
  return row.length <= MAX_COLUMNS || text > address ? { address, text } : null;
}

/** The address and the words of a row; words that hold delimiters of their own are put together again. */
export function fieldsOf(row: readonly string[], { address, text }: Layout, delimiter: string): { address: string; text: string } {
  const isLast = text > address;
  return {
    address: row[address] ?? '',
    text: isLast ? row.slice(text).join(delimiter) : (row[text] ?? ''),
  };
}

function isAddress(field: string): boolean {
  const bare = field.trim().replace(/^<(.*)>$/, '$1');
  return bare.length < 320 && !/\s/.test(bare) && readAddress(bare) !== null;
}

function isReply(field: string): boolean {
  const { at, replyCode, enhancedStatus } = findCodes(field.slice(0, 400));
  return (replyCode !== null || enhancedStatus !== null) && at >= 0 && at < 120 && /[a-z]{2}/i.test(field);
}

/** Whether a line alone could be a row of such a list. */
export function isHeaderlessRow(line: string): boolean {
  return layoutOf(splitCsv(line.slice(0, 4096), delimiterOf(line))) !== null;
}
