import type { Reading } from '../../reading.ts';
import { CsvColumns, CsvRows } from '../../text/csv.ts';
import type { LogDialect, LogOptions, LogReader } from './dialect.ts';
import { LogScribe } from './log-scribe.ts';
import { readTrackingRow } from './tracking-row.ts';

const FIELDS = '#Fields: ';

/** Reads the message tracking log of Exchange Server (MSGTRK*.LOG), whose `#Fields:` line names the columns. */
class ExchangeTrackingReader implements LogReader {
  readonly #scribe: LogScribe;
  readonly #rows = new CsvRows();
  #columns: CsvColumns | null = null;

  constructor(options: LogOptions) {
    this.#scribe = new LogScribe('exchange-tracking', options);
  }

  line(line: string, number: number): Reading[] | null {
    if (line.startsWith('#')) {
      if (line.startsWith(FIELDS)) this.#columns = new CsvColumns(line.slice(FIELDS.length).split(','));
      return null;
    }
    const row = this.#rows.push(line);
    return row === null || this.#columns === null ? null : readTrackingRow(this.#scribe, this.#columns, row, number);
  }

  end(): Reading[] {
    return [];
  }
}

/** Exchange Server's message tracking. */
export const exchangeTracking: LogDialect = {
  dialect: 'exchange-tracking',
  layout: 'headed',
  programs: [],
  recognises(line: string): number {
    if (line.startsWith('#Log-type: Message Tracking Log')) return 1;
    return line.startsWith(FIELDS) && line.includes('event-id') && line.includes('recipient-address') ? 1 : 0;
  },
  create: (options) => new ExchangeTrackingReader(options),
};
