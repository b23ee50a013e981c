/** A row that does not end within this many characters has a stray quote: it is given out as it is. */
const MAX_ROW = 256 * 1024;
const MAX_FIELDS = 500;

/** Puts the lines of a CSV file (RFC 4180) together to rows: a quoted field may hold line breaks. */
export class CsvRows {
  #open = '';

  /** The fields of the row that ends with this line, null where the row goes on. */
  push(line: string): string[] | null {
    const text = this.#open === '' ? line : `${this.#open}\n${line}`;
    const fields = text.length > MAX_ROW ? splitCsv(text.slice(0, MAX_ROW)) : splitWhole(text);
    this.#open = fields === null ? text : '';
    return fields;
  }
}

/** The fields of one line; a quote that is not closed ends with the line. */
export function splitCsv(text: string): string[] {
  return splitWhole(text) ?? splitWhole(`${text}"`) ?? [text];
}

function splitWhole(text: string): string[] | null {
  // Without a quote no field can hold a comma.
  if (!text.includes('"')) return text.split(',', MAX_FIELDS);
  const fields: string[] = [];
  let at = 0;
  while (at <= text.length && fields.length < MAX_FIELDS) {
    if (text.charCodeAt(at) !== 34) {
      const comma = text.indexOf(',', at);
      fields.push(text.slice(at, comma < 0 ? undefined : comma));
      at = comma < 0 ? text.length + 1 : comma + 1;
      continue;
    }
    let close = text.indexOf('"', at + 1);
    while (close >= 0 && text.charCodeAt(close + 1) === 34) close = text.indexOf('"', close + 2);
    if (close < 0) return null;
    fields.push(text.slice(at + 1, close).replaceAll('""', '"'));
    const comma = text.indexOf(',', close);
    at = comma < 0 ? text.length + 1 : comma + 1;
  }
  return fields;
}

/** Names the columns of a row: lower case, letters and digits only, so that `Sender Address` is `sender_address`. */
export class CsvColumns {
  readonly #places = new Map<string, number>();

  constructor(names: readonly string[]) {
    names.forEach((name, place) => {
      const plain = plainName(name);
      if (!this.#places.has(plain)) this.#places.set(plain, place);
    });
  }

  has(...names: string[]): boolean {
    return names.every((name) => this.#places.has(plainName(name)));
  }

  /** The first of the named fields that the row has and that is not empty. */
  get(row: readonly string[], ...names: string[]): string | null {
    for (const name of names) {
      const place = this.#places.get(plainName(name));
      const value = place === undefined ? undefined : row[place]?.trim();
      if (value) return value;
    }
    return null;
  }
}

function plainName(name: string): string {
  return name
    .slice(0, 80)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
