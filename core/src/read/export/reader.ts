import { newReading, type Reading } from '../../reading.ts';
import { readAddress } from '../address.ts';
import { optionOffset } from '../log/zone.ts';
import { ExportColumns } from './columns.ts';
import { type Layout, layoutOf, replyIn } from './headerless.ts';
import { readRow } from './row.ts';
import { oneLine } from './row-text.ts';

/** What is known of an export beside its rows. */
export interface ExportOptions {
  /** `+09:00`, for times that are written without a zone. Default: what the vendor documents, else UTC. */
  readonly utcOffset?: string | undefined;
}

/** Reads the rows of an export in their order. The first one that is a header names the columns. */
export class ExportReader {
  readonly #offset: number;
  readonly #hasOffset: boolean;
  readonly #delimiter: string;
  #columns: ExportColumns | null = null;
  #dialectOffset = 0;

  /**
   * @param delimiter what parts the fields, to put words together again that were not quoted
   * @throws {RangeError} for an offset that cannot be read
   */
  constructor(options: ExportOptions = {}, delimiter = ',') {
    this.#offset = optionOffset(options.utcOffset);
    this.#hasOffset = options.utcOffset !== undefined;
    this.#delimiter = delimiter;
  }

  /** Whether the row that names the columns has come. */
  get hasHeader(): boolean {
    return this.#columns !== null;
  }

  /**
   * Takes the next row.
   *
   * @param number the number of its first line, which becomes `Reading.position`
   * @returns null for a header, a blank row, and a row before any header that is no bounce by itself
   */
  row(fields: readonly string[], number: number): Reading | Reading[] | null {
    if (fields.every((field) => field.trim() === '')) return null;
    if (this.#columns === null) return this.#start(fields, number);
    if (this.#columns.isHeader(fields)) return null;
    return this.#read(this.#columns, fields, number);
  }

  #start(fields: readonly string[], number: number): Reading | null {
    const layout = layoutOf(fields);
    if (layout !== null) return this.#bare(fields, layout, number);
    const columns = new ExportColumns(fields);
    // A header that would not be recognised by itself serves one who says that this is an export.
    if (columns.isExport || (columns.has('recipient') && columns.width > 1)) {
      this.#columns = columns;
      this.#dialectOffset = optionOffset(columns.dialect?.utcOffset);
    }
    return null;
  }

  /** A row of a list without a header. */
  #bare(fields: readonly string[], layout: Layout, number: number): Reading {
    const reading = newReading('webhook', 'csv', 'bounce');
    reading.recipient = readAddress(fields[layout.address] ?? '');
    reading.diagnostic = oneLine(replyIn(fields, layout, this.#delimiter));
    reading.position = String(number);
    const digit = /^\D{0,8}([245])\d\d\b|\b([245])\.\d{1,3}\.\d{1,3}\b/.exec(reading.diagnostic ?? '');
    const first = digit?.[1] ?? digit?.[2];
    if (first === '4') reading.kind = 'deferral';
    else if (first === '2') reading.kind = 'delivery';
    return reading;
  }

  #read(columns: ExportColumns, fields: readonly string[], number: number): Reading[] {
    const extra = fields.slice(columns.width).some((field) => field.trim() !== '');
    const row = (extra ? columns.rejoined(fields, this.#delimiter) : null) ?? fields;
    const readings = readRow(columns, row, number, this.#hasOffset ? this.#offset : this.#dialectOffset);
    if (extra || fields.length < columns.width) {
      const message = `This row has ${fields.length} fields where the header names ${columns.width} columns: one of its values may be in a wrong place.`;
      for (const reading of readings) reading.warnings.push({ code: 'csv-ragged-row', message });
    }
    return readings;
  }
}
