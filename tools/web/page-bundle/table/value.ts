import { readColumn, writeColumn } from './column.ts';

/** What a module exports, as JSON can hold it. */
type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** Marks rows of one shape that were turned into columns. */
const COLUMNS = '#';
/** Marks texts of which many are alike: the different ones, and which of them stands where. */
const COLUMN = '=';

/**
 * A value as JSON: rows of one shape become columns, where like stands beside like and the names of
 * fields stand once; each text has a line of its own.
 *
 * @throws RangeError for what JSON cannot say: a function, a Map, something undefined
 */
export function writeValue(value: unknown): string {
  assertData(value);
  // Between two texts of JSON a quote, a comma and a quote stand nowhere else: inside a text each quote has a `\` before it.
  const text = JSON.stringify(toColumns(value as Value)).replaceAll(/(?<!\\)","/g, '",\n"');
  return text;
}

/** The inverse of {@link writeValue}. */
export function readValue(text: string): unknown {
  return fromColumns(JSON.parse(text) as Value);
}

function assertData(value: unknown): void {
  if (value === null || typeof value === 'boolean' || typeof value === 'string' || Number.isFinite(value)) return;
  const isPlain =
    typeof value === 'object' && [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value));
  if (!isPlain)
    throw new RangeError(`A page can carry only data: text, numbers, lists and records, and no ${typeof value}.`);
  Object.values(value as object).forEach(assertData);
}

function isRecord(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toColumns(value: Value): Value {
  if (Array.isArray(value)) {
    const rows = value as readonly Value[];
    const keys = rows.length > 1 && isRecord(rows[0] as Value) ? Object.keys(rows[0] as object) : [];
    const isTable =
      keys.length > 0 && rows.every((row) => isRecord(row) && Object.keys(row).join('\n') === keys.join('\n'));
    if (!isTable) return toColumn(rows) ?? rows.map(toColumns);
    const columns = keys.map((key) => [
      key,
      toColumns(rows.map((row) => (row as Record<string, Value>)[key] as Value)),
    ]);
    return { [COLUMNS]: Object.fromEntries(columns) as Value };
  }
  if (!isRecord(value)) return value;
  if (COLUMNS in value || COLUMN in value)
    throw new RangeError(`A field is named "${COLUMNS}" or "${COLUMN}": use another name for columns here.`);
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, toColumns(field)]));
}

/** Texts as a column, where that is worth it: each stands there twice and more. */
function toColumn(texts: readonly Value[]): Value | null {
  if (texts.length === 0 || !texts.every((text) => typeof text === 'string')) return null;
  const { different, places } = writeColumn(texts);
  return different.length > texts.length / 2 ? null : { [COLUMN]: [different, places.join(' ')] };
}

function fromColumns(value: Value): Value {
  if (Array.isArray(value)) return value.map(fromColumns);
  if (!isRecord(value)) return value;
  if (COLUMN in value) {
    const [different, places] = value[COLUMN] as readonly [readonly string[], string];
    return readColumn({ different, places: places.split(' ') });
  }
  if (!(COLUMNS in value))
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, fromColumns(field)]));
  const columns = Object.entries(value[COLUMNS] as { [key: string]: Value }).map(
    ([key, column]) => [key, fromColumns(column) as readonly Value[]] as const,
  );
  return (columns[0]?.[1] ?? []).map((_, i) =>
    Object.fromEntries(columns.map(([key, column]) => [key, column[i] as Value])),
  );
}

/** What was read, as a set. */
export function asSet(value: unknown): ReadonlySet<unknown> {
  return new Set(value as readonly unknown[]);
}
