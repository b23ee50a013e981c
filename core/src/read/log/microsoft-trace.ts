import type { ReasonId } from '@whybounce/knowledge';
import type { Kind, Reading } from '../../reading.ts';
import { CsvColumns, CsvRows, splitCsv } from '../../text/csv.ts';
import type { LogDialect, LogOptions, LogReader } from './dialect.ts';
import { readIsoTime } from './iso-time.ts';
import { LogScribe } from './log-scribe.ts';
import { bareAddress, ipOf, oneLine } from './refusal.ts';
import { readTrackingRow } from './tracking-row.ts';

const MAX_RECIPIENTS = 1000;
const TIME_UNREADABLE = {
  code: 'timestamp-unreadable',
  message: 'The trace writes its date in the form of a country, which does not tell day and month apart.',
} as const;

/** Status of the summary (https://learn.microsoft.com/exchange/monitoring/trace-an-email-message/message-trace-modern-eac). */
const STATUSES = new Map<string, readonly [Kind, ReasonId | null]>([
  ['delivered', ['delivery', null]],
  ['expanded', ['other', null]],
  ['resolved', ['other', null]],
  ['failed', ['bounce', null]],
  ['pending', ['deferral', null]],
  ['quarantined', ['other', null]],
  ['filteredasspam', ['bounce', 'content.spam']],
  ['gettingstatus', ['other', null]],
  ['none', ['other', null]],
]);
/** The last words of `user@example.org##Receive, Fail` in the enhanced summary. */
const STEPS = new Map<string, Kind>([
  ['deliver', 'delivery'],
  ['send', 'delivery'],
  ['fail', 'bounce'],
  ['defer', 'deferral'],
]);

/**
 * Reads the CSV of Microsoft 365's message trace: the summary (also of Get-MessageTraceV2), the enhanced
 * summary and the extended report. Columns go by name; `_`, blanks and case do not count.
 */
class MicrosoftTraceReader implements LogReader {
  readonly #scribe: LogScribe;
  readonly #rows = new CsvRows();
  #columns: CsvColumns | null = null;

  constructor(options: LogOptions) {
    this.#scribe = new LogScribe('microsoft-trace', options);
  }

  line(line: string, number: number): Reading[] | null {
    // Export-Csv of Windows PowerShell: #TYPE Microsoft.Exchange…
    if (this.#columns === null && line.startsWith('#')) return null;
    const row = this.#rows.push(line);
    if (row === null) return null;
    if (this.#columns === null) {
      const columns = new CsvColumns(row);
      if (isTrace(columns)) this.#columns = columns;
      return null;
    }
    if (this.#columns.has('event_id', 'recipient_address'))
      return readTrackingRow(this.#scribe, this.#columns, row, number);
    return this.#columns.has('recipient_status')
      ? this.#enhanced(this.#columns, row, number)
      : this.#summary(this.#columns, row, number);
  }

  end(): Reading[] {
    return [];
  }

  #summary(columns: CsvColumns, row: string[], number: number): Reading[] | null {
    const status = columns.get(row, 'Status', 'DeliveryStatus', 'MailStatus')?.toLowerCase().replaceAll(' ', '') ?? '';
    const recipient = columns.get(row, 'RecipientAddress', 'Recipient');
    if (recipient === null && status === '') return null;
    const [kind, hint] = STATUSES.get(status) ?? (['other', null] as const);
    const reading = this.#reading(columns, row, kind, number);
    reading.recipient = bareAddress(recipient);
    reading.hint = hint;
    reading.diagnostic = oneLine(columns.get(row, 'Detail', 'Error', 'StatusDetail'));
    reading.remoteIp = kind === 'delivery' ? ipOf(columns.get(row, 'ToIP')) : null;
    return [reading];
  }

  /** `ann@example.org##Receive, Fail;bob@example.org##Receive, Send` */
  #enhanced(columns: CsvColumns, row: string[], number: number): Reading[] | null {
    const list = columns.get(row, 'recipient_status');
    if (list === null) return null;
    return list
      .split(';', MAX_RECIPIENTS)
      .filter((entry) => entry.trim() !== '')
      .map((entry) => {
        const mark = entry.indexOf('##');
        const steps =
          mark < 0
            ? []
            : entry
                .slice(mark + 2)
                .toLowerCase()
                .split(',');
        const last = steps.map((step) => STEPS.get(step.trim())).findLast((kind) => kind !== undefined);
        const reading = this.#reading(columns, row, last ?? 'other', number);
        reading.recipient = bareAddress(mark < 0 ? entry : entry.slice(0, mark));
        return reading;
      });
  }

  #reading(columns: CsvColumns, row: string[], kind: Kind, number: number): Reading {
    const reading = this.#scribe.bare(kind, number);
    reading.sender = bareAddress(columns.get(row, 'SenderAddress', 'Sender'));
    reading.message.messageId = columns.get(row, 'MessageId');
    reading.message.subject = oneLine(columns.get(row, 'Subject', 'MessageSubject'));
    const time = columns.get(
      row,
      'Received',
      'ReceivedUTC',
      'DateUTC',
      'Date',
      'origin_timestamp',
      'origin_timestamp_utc',
      'date_time_utc',
      'DateTime',
    );
    reading.timestamp = time === null ? null : readIsoTime(time, this.#scribe.clock.offset);
    if (time !== null && reading.timestamp === null) reading.warnings.push(TIME_UNREADABLE);
    return reading;
  }
}

function isTrace(columns: CsvColumns): boolean {
  if (columns.has('recipient_status') && columns.has('sender_address')) return true;
  if (columns.has('event_id', 'recipient_address')) return true;
  const named = columns.has('SenderAddress', 'RecipientAddress') || columns.has('Sender', 'Recipient');
  return named && columns.has('Status');
}

/** Microsoft 365's message trace. */
export const microsoftTrace: LogDialect = {
  dialect: 'microsoft-trace',
  layout: 'headed',
  programs: [],
  recognises(line: string): number {
    if (line.length > 4000 || !line.includes(',') || line.includes('@')) return 0;
    return /recipient/i.test(line) && !line.startsWith('#') && isTrace(new CsvColumns(splitCsv(line))) ? 1 : 0;
  },
  create: (options) => new MicrosoftTraceReader(options),
};
