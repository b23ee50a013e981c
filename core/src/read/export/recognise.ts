import { splitCsv } from '../../text/csv.ts';
import { ExportColumns } from './columns.ts';
import { delimiterOf, namedDelimiter } from './delimiter.ts';

/** A line that is longer is no header. */
const MAX_HEADER = 64 * 1024;

/**
 * Whether a line is the header of an export of bounces or suppressed addresses (CSV; comma, semicolon, tab
 * or bar): it names a column of addresses and one that speaks of a failure, or is a known sender's.
 * Excel's `sep=;` counts too.
 */
export function recognisesExport(headerLine: string): boolean {
  if (headerLine.length > MAX_HEADER) return false;
  if (namedDelimiter(headerLine) !== null) return true;
  const line = headerLine.replace(/^\ufeff/, '');
  // An address in it makes it a row of data.
  if (line.includes('@')) return false;
  return new ExportColumns(splitCsv(line, delimiterOf(line))).isExport;
}
