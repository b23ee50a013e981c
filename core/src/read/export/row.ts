import { newReading, type Reading, type Warning } from '../../reading.ts';
import { addressesIn, readAddress } from '../address.ts';
import { findCodes } from '../reply-codes.ts';
import { bounceClass } from '../webhook/bounce-class.ts';
import { noteVendorClass } from '../webhook/vendor.ts';
import { cleanCell, type ExportColumns } from './columns.ts';
import { flagNames, saysOnlyYes, saysYes } from './flags.ts';
import { classOutcome, eventOutcome, MAX_WORD, type Outcome } from './outcome.ts';
import type { Role } from './role.ts';
import { codesOf, isCode, oneLine } from './row-text.ts';
import { readExportTime } from './time.ts';

/** Recipients of one row; a list of more is made up to cost time. */
const MAX_RECIPIENTS = 1_000;
/** A cell that is no address but stands in its column is kept up to this length. */
const MAX_ADDRESS = 320;

const NO_RECIPIENT: Warning = { code: 'csv-no-recipient', message: 'This row names no recipient.' };
const UNCERTAIN: Warning = {
  code: 'csv-recipient-uncertain',
  message: 'This row names several recipients and does not say which one it is about.',
};

/** What the cells of a row say, before a kind is made of it. */
interface Told {
  readonly event: Outcome | null;
  readonly hasEvent: boolean;
  readonly classes: readonly Outcome[];
  /** The vendor's class as it is written. */
  readonly className: string | null;
  readonly diagnostic: string | null;
  readonly replyCode: number | null;
  readonly enhancedStatus: string | null;
}

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

function tell(columns: ExportColumns, row: readonly string[]): Told {
  const { dialect } = columns;
  const words = dialect?.words;
  const own = (text: string): Outcome | null => {
    if (words === undefined || text.length > MAX_WORD) return null;
    const word = text.toLowerCase().replace(/[^a-z0-9]/g, '');
    return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
  };
  const byEvent = (text: string) => own(text) ?? eventOutcome(text);
  // A list of addresses that are not sent to has its reasons in words for events: `COMPLAINT`, `spam`.
  const byClass = columns.isSuppressionList ? byEvent : (text: string) => own(text) ?? classOutcome(text);
  const cells = (role: Role) => columns.cells(row, role);
  const status = cells('status').filter((cell) => !isCode(cell));
  const events = [...cells('event'), ...status.filter((cell) => byEvent(cell) !== null)];
  const named = [...cells('class'), ...cells('text').filter((cell) => byClass(cell) !== null)];
  const texts = [...cells('text'), ...status].filter(
    (cell) => byClass(cell) === null && byEvent(cell) === null && !isCode(cell),
  );
  const numbered = cells('classNumber')
    .filter((cell) => /^\d{1,3}$/.test(cell))
    .map((cell) => bounceClass(Number(cell)));
  const codes = codesOf([...cells('code'), ...cells('status'), ...cells('text')]);
  const [event] = events;
  return {
    event: event === undefined ? null : byEvent(event),
    hasEvent: event !== undefined,
    classes: [...named.map(byClass).filter((outcome) => outcome !== null), ...numbered],
    className: named[0] ?? cells('classNumber').map((cell) => `bounce class ${cell}`)[0] ?? null,
    diagnostic: oneLine(texts[0] ?? null),
    ...codes,
  };
}

/** What became of the message: one outcome, or several where columns say yes or no to each. */
function outcomesOf(columns: ExportColumns, row: readonly string[], told: Told): Outcome[] {
  const { event, classes } = told;
  const fallback = columns.dialect?.outcome ?? null;
  if (!told.hasEvent && classes.length === 0 && columns.flags.length > 0) return flagged(columns, row);
  if (event !== null && event[0] !== 'bounce') return [event];
  if (event === null && told.hasEvent && !isRefused(told)) return [['other']];
  const other = classes.find(([kind]) => kind !== 'bounce');
  if (other !== undefined) return [other];
  const all = event === null ? classes : [...classes, event];
  const telling =
    all.find(([, hint]) => hint !== undefined && hint !== 'unknown.text') ?? all.find(([, hint]) => hint !== undefined);
  if (telling !== undefined) return [telling];
  if (all.length > 0) return [['bounce']];
  return [fallback ?? (columns.tellsAnything ? byCode(columns, told) : ['other'])];
}

function isRefused({ replyCode, diagnostic }: Told): boolean {
  return (replyCode ?? findCodes(diagnostic ?? '').replyCode ?? 0) >= 400;
}

/** Where a list of unknown origin gives nothing but replies, these say what they are. */
function byCode(columns: ExportColumns, told: Told): Outcome {
  const said = findCodes(told.diagnostic ?? '');
  const digit = Number(String(told.replyCode ?? said.replyCode ?? told.enhancedStatus ?? said.enhancedStatus ?? 5)[0]);
  if (digit === 2) return ['delivery'];
  return digit === 4 && columns.dialect === null && !columns.has('bouncedAt') ? ['deferral'] : ['bounce'];
}

function flagged(columns: ExportColumns, row: readonly string[]): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const { place, name } of columns.flags) {
    const cell = row[place] ?? '';
    const outcome = flagNames.get(name);
    if (outcome === undefined || !saysYes(cell)) continue;
    const reason = saysOnlyYes(cell) ? null : classOutcome(cell);
    const found = outcome[0] === 'bounce' && reason !== null ? reason : outcome;
    const same = outcomes.findIndex(([kind]) => kind === found[0]);
    if (same < 0) outcomes.push(found);
    else if (outcomes[same]?.[1] === undefined) outcomes[same] = found;
  }
  return outcomes.length > 0 ? outcomes : [['other']];
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
  [kind, hint]: Outcome,
  recipient: string | null,
  position: string,
  offset: number,
): Reading {
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
  reading.hint = hintOf(columns, told, kind, hint ?? null);
  if (failed) noteVendorClass(reading, told.className);
  if (recipient === null) reading.warnings.push(columns.cell(row, 'recipient') === null ? NO_RECIPIENT : UNCERTAIN);
  return reading;
}

/**
 * The reason that the vendor's class states. A class without one (`hard`) counts only where neither words nor
 * codes say more; being on a list of suppressed addresses is the reason where nothing else is told.
 */
function hintOf(columns: ExportColumns, told: Told, kind: Reading['kind'], hint: Reading['hint']): Reading['hint'] {
  const ofKind = {
    delivery: 'notice.delivered',
    complaint: 'notice.complaint',
    'auto-reply': 'notice.autoreply',
    challenge: 'notice.challenge',
  } as const;
  if (kind !== 'bounce' && kind !== 'deferral') return hint ?? (kind === 'other' ? null : ofKind[kind]);
  const isSilent = told.diagnostic === null && told.replyCode === null && told.enhancedStatus === null;
  if (hint !== null && hint !== 'unknown.text') return hint;
  if (!isSilent) return null;
  return columns.isSuppressionList ? 'suppressed.by-esp' : hint;
}
