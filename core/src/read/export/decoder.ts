import type { Reading } from '../../reading.ts';
import { CsvRows } from '../../text/csv.ts';
import { delimiterOf, namedDelimiter } from './delimiter.ts';
import { headerlessDelimiter } from './headerless.ts';
import { type ExportOptions, ExportReader } from './reader.ts';
import { MAX_FIELD } from './row-text.ts';

/** Reads an export piece by piece: push its text as it comes, then call {@link ExportDecoder.end}. */
export class ExportDecoder {
  readonly #options: ExportOptions;
  #rows: CsvRows | null = null;
  #reader: ExportReader;
  /** The line that has begun. */
  #rest = '';
  #afterReturn = false;
  #lines = 0;
  /** A first line has named the delimiter. */
  #isNamed = false;
  /** The line in which the open row began. */
  #rowStart = 0;

  /** @throws {RangeError} for an offset that cannot be read */
  constructor(options: ExportOptions = {}) {
    this.#options = options;
    this.#reader = new ExportReader(options);
  }

  /** Takes text that may break off anywhere; gives what the rows tell that it ends. */
  push(text: string): Reading[] {
    const readings: Reading[] = [];
    let at = this.#afterReturn && text.startsWith('\n') ? 1 : 0;
    if (text !== '') this.#afterReturn = text.endsWith('\r');
    const lineBreak = /\r\n?|\n/g;
    lineBreak.lastIndex = at;
    for (let found = lineBreak.exec(text); found !== null; found = lineBreak.exec(text)) {
      this.#keep(text.slice(at, found.index));
      this.#line(readings);
      at = found.index + found[0].length;
    }
    this.#keep(text.slice(at));
    return readings;
  }

  /** What is left when the text ends. */
  end(): Reading[] {
    const readings: Reading[] = [];
    if (this.#rest !== '') this.#line(readings);
    while (this.#rows !== null && this.#rows.held > 0) this.#giveUp(this.#rows, readings);
    return readings;
  }

  /** A line of more than a field may hold is cut: the rest of it would only fill the memory. */
  #keep(text: string): void {
    const room = 4 * MAX_FIELD - this.#rest.length;
    if (room > 0) this.#rest += text.length > room ? text.slice(0, room) : text;
  }

  #line(readings: Reading[]): void {
    const line = this.#lines === 0 ? this.#rest.replace(/^\ufeff/, '') : this.#rest;
    this.#rest = '';
    this.#lines++;
    const rows = this.#rowsFor(line);
    if (rows === null) return;
    if (rows.held === 0) this.#rowStart = this.#lines;
    const row = rows.push(line);
    if (row !== null) this.#give(row, this.#rowStart, readings);
    // A quote that goes on for longer is a stray one, and the rows that it swallowed are rows.
    else if (rows.held > MAX_FIELD) this.#giveUp(rows, readings);
  }

  /** Learns from each line up to the header what parts the fields. Null for a line that holds nothing more. */
  #rowsFor(line: string): CsvRows | null {
    if (this.#rows !== null && (this.#rows.held > 0 || this.#isNamed || this.#reader.hasHeader)) return this.#rows;
    if (line.trim() === '') return null;
    const named = this.#lines === 1 ? namedDelimiter(line) : null;
    this.#isNamed = named !== null;
    const delimiter = named ?? headerlessDelimiter(line) ?? delimiterOf(line);
    this.#rows = new CsvRows(delimiter);
    this.#reader = new ExportReader(this.#options, delimiter);
    return named === null ? this.#rows : null;
  }

  #giveUp(rows: CsvRows, readings: Reading[]): void {
    // Each line that was held is a row now, but for the last ones where they are open again.
    let number = this.#rowStart;
    for (const row of rows.giveUp()) this.#give(row, number++, readings);
    this.#rowStart = number;
  }

  #give(row: string[], number: number, readings: Reading[]): void {
    const told = this.#reader.row(row, number);
    if (told !== null) readings.push(...(Array.isArray(told) ? told : [told]));
  }
}
