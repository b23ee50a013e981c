import { newReading, type Reading, type Warning } from '../../reading.ts';
import { addressesIn, readAddress } from '../address.ts';
import { noteVendorClass } from '../webhook/vendor.ts';
import { cleanCell, type ExportColumns } from './columns.ts';
import type { Outcome } from './outcome.ts';
import type { Role } from './role.ts';
import { hintOf, outcomesOf } from './row-outcome.ts';
import { oneLine } from './row-text.ts';
import { readExportTime } from './time.ts';
import { type Told, tell } from './told.ts';

/** Recipients of one row; a list of more is made up to cost time. */
const MAX_RECIPIENTS = 1_000;
/** A cell that is no address but stands in its column is kept up to this length. */
const MAX_ADDRESS = 320;

const NO_RECIPIENT: Warning = { code: 'csv-no-recipient', message: 'This row names no recipient.' };
const UNCERTAIN: Warning = {
  code: 'csv-recipient-uncertain',
  message: 'This row names several recipients and does not say which one it is about.',
};

/**
 * Reads one row of an export.
 *
 * @param offset of times without a zone, in milliseconds east of UTC
 * @returns one reading for each recipient and outcome that the row names, at least one
 */
export function readRow(columns: ExportColumns, fields: readonly string[], number: number, offset: number): Reading[] {
  const row = fields.map(cleanCell);
  const told = tell(columns, row);
  const readings: Reading[] = [];
  for (const outcome of outcomesOf(columns, row, told)) {
    for (const recipient of recipientsOf(columns, row, told, outcome[0])) {
      readings.push(readingOf(columns, row, told, outcome, recipient, String(number), offset));
    }
  }
  return readings;
}

/**
 * The recipients of a row. Where one cell holds several, a failure is of the one that the words name, or of
 * nobody known: to call a live address dead is the costlier error.
 */
function recipientsOf(
  columns: ExportColumns,
  row: readonly string[],
  { diagnostic }: Told,
  kind: Reading['kind'],
): (string | null)[] {
  const cells = columns.cells(row, 'recipient');
  const cell = cells.find((one) => one.includes('@')) ?? cells[0];
  if (cell === undefined) return [null];
  const several = cell.indexOf('@') !== cell.lastIndexOf('@') ? addressesIn(cell, MAX_RECIPIENTS) : [];
  if (several.length < 2) return [readAddress(cell) ?? oneLine(cell.slice(0, MAX_ADDRESS))];
  if (kind === 'other' || kind === 'delivery') return several;
  const words = diagnostic?.toLowerCase() ?? '';
  const named = several.filter((address) => words.includes(address.toLowerCase()));
  return named.length === 1 ? named : [null];
}

function readingOf(
  columns: ExportColumns,
  row: readonly string[],
  told: Told,
  outcome: Outcome,
  recipient: string | null,
  position: string,
  offset: number,
): Reading {
  const [kind] = outcome;
  const reading = newReading('webhook', columns.dialect?.dialect ?? 'csv', kind);
  const cell = (role: Role) => oneLine(columns.cell(row, role));
  const failed = kind === 'bounce' || kind === 'deferral';
  reading.position = position;
  reading.recipient = recipient;
  const original = readAddress(cell('originalRecipient'));
  reading.originalRecipient = original === recipient ? null : original;
  reading.sender = readAddress(cell('sender'));
  reading.remoteHost = cell('host')?.replace(/^dns;\s*/i, '') ?? null;
  reading.reportingMta = cell('reportingMta')?.replace(/^dns;\s*/i, '') ?? null;
  reading.diagnostic = told.diagnostic;
  reading.replyCode = told.replyCode;
  reading.enhancedStatus = told.enhancedStatus;
  reading.message.messageId = cell('messageId');
  reading.message.subject = cell('subject');
  reading.message.from = cell('from');
  reading.message.campaign = cell('campaign');
  const time = readExportTime(columns.cell(row, 'bouncedAt') ?? columns.cell(row, 'time'), offset);
  reading.timestamp = time.iso;
  if (time.warning !== null) reading.warnings.push(time.warning);
  reading.hint = hintOf(columns, told, outcome);
  if (failed) noteVendorClass(reading, told.className);
  if (recipient === null) reading.warnings.push(columns.cell(row, 'recipient') === null ? NO_RECIPIENT : UNCERTAIN);
  return reading;
}
