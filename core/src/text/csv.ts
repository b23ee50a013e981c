/** A row that does not end within this many characters has a stray quote: it is given out as it is. */
const MAX_ROW = 256 * 1024;
const MAX_FIELDS = 512;
const QUOTE = 34;

/**
 * Puts the lines of a CSV file (RFC 4180) together to rows: a quoted field may hold line breaks. Every
 * line is looked at once, however long its row gets.
 */
export class CsvRows {
  readonly #delimiter: string;
  /** The lines of the row that is open, as they came. */
  #lines: string[] = [];
  #length = 0;
  #fields: string[] = [];
  /** What has come of the quoted field that is open. */
  #open: string | null = null;

  constructor(delimiter = ',') {
    this.#delimiter = delimiter;
  }

  /** How many characters the open row has so far; 0 where none is open. */
  get held(): number {
    return this.#length;
  }

  /** The fields of the row that ends with this line, null where the row goes on. */
  push(line: string): string[] | null {
    // Without a quote no field can hold a delimiter or a line break.
    if (this.#open === null && !line.includes('"')) return line.split(this.#delimiter, MAX_FIELDS);
    this.#lines.push(line);
    this.#length += line.length + 1;
    this.#scan(line);
    return this.#open === null || this.#length > MAX_ROW ? this.cut() : null;
  }

  /**
   * Ends the open row because its quote will not close: its first line becomes a row of its own, and the
   * lines behind it are read again. The last of these may open a row in turn.
   */
  giveUp(): string[][] {
    const [first, ...others] = this.#lines;
    this.cut();
    if (first === undefined) return [];
    const rows = [splitCsv(first, this.#delimiter)];
    for (const line of others) {
      const row = this.push(line);
      if (row !== null) rows.push(row);
    }
    return rows;
  }

  /** Ends the open row where it stands. */
  cut(): string[] {
    const fields = this.#fields;
    if (this.#open !== null) fields.push(unescaped(this.#open));
    this.#lines = [];
    this.#length = 0;
    this.#fields = [];
    this.#open = null;
    return fields;
  }

  #scan(line: string): void {
    let at = 0;
    if (this.#open !== null) {
      const close = closingQuote(line, 0);
      this.#open += close < 0 ? `\n${line}` : `\n${line.slice(0, close)}`;
      if (close < 0) return;
      at = this.#close(line, close);
    }
    while (at <= line.length && this.#fields.length < MAX_FIELDS) {
      const start = quoteAt(line, at);
      if (start < 0) {
        const end = line.indexOf(this.#delimiter, at);
        this.#fields.push(line.slice(at, end < 0 ? undefined : end));
        at = end < 0 ? line.length + 1 : end + 1;
        continue;
      }
      const close = closingQuote(line, start + 1);
      this.#open = line.slice(start + 1, close < 0 ? undefined : close);
      if (close < 0) return;
      at = this.#close(line, close);
    }
  }

  /** Ends the quoted field at its closing quote; what strays behind it belongs to it. Returns where the next one begins. */
  #close(line: string, close: number): number {
    const end = line.indexOf(this.#delimiter, close + 1);
    this.#fields.push(unescaped(this.#open ?? '') + line.slice(close + 1, end < 0 ? undefined : end));
    this.#open = null;
    return end < 0 ? line.length + 1 : end + 1;
  }
}

/** The fields of one line; a quote that is not closed ends with the line. */
export function splitCsv(text: string, delimiter = ','): string[] {
  const rows = new CsvRows(delimiter);
  return rows.push(text) ?? rows.cut();
}

function unescaped(field: string): string {
  return field.includes('""') ? field.replaceAll('""', '"') : field;
}

/** Where the quote stands with which a field begins; blanks before it are not of the field. -1 for a bare field. */
function quoteAt(line: string, from: number): number {
  let at = from;
  while (line.charCodeAt(at) === 32) at++;
  return line.charCodeAt(at) === QUOTE ? at : -1;
}

function closingQuote(line: string, from: number): number {
  let close = line.indexOf('"', from);
  while (close >= 0 && line.charCodeAt(close + 1) === QUOTE) close = line.indexOf('"', close + 2);
  return close;
}

/** Names the columns of a row: case, blanks and signs do not count, so that `Sender Address` is `sender_address`. */
export class CsvColumns {
  readonly #places = new Map<string, number>();
  /** By the names as the code writes them, of which there are few: every row is asked for the same. */
  readonly #asked = new Map<string, number | undefined>();

  constructor(names: readonly string[]) {
    names.forEach((name, place) => {
      const plain = plainName(name);
      if (!this.#places.has(plain)) this.#places.set(plain, place);
    });
  }

  has(...names: string[]): boolean {
    return names.every((name) => this.#place(name) !== undefined);
  }

  /** The first of the named fields that the row has and that is not empty. */
  get(row: readonly string[], ...names: string[]): string | null {
    for (const name of names) {
      const place = this.#place(name);
      const value = place === undefined ? undefined : row[place]?.trim();
      if (value) return value;
    }
    return null;
  }

  #place(name: string): number | undefined {
    const known = this.#asked.get(name);
    if (known !== undefined || this.#asked.has(name)) return known;
    const place = this.#places.get(plainName(name));
    this.#asked.set(name, place);
    return place;
  }
}

/** A name to compare by: letters and digits only, lower case, without accents. */
export function plainName(name: string): string {
  return name
    .slice(0, 80)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
