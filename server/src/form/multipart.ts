import { MAX_FIELDS, MAX_PART_HEADER_BYTES } from '../limits.ts';
import type { Field } from './field.ts';
import { FormError } from './form-error.ts';
import { parseMediaType } from './media-type.ts';

const CRLF = Buffer.from('\r\n');
const BLANK_LINE = Buffer.from('\r\n\r\n');

/** Letters that a boundary may have, and how many (RFC 2046 §5.1.1). */
const boundaryForm = /^[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]$/;

/**
 * The fields of a `multipart/form-data` body (RFC 7578). Every byte is looked at by native search alone, so
 * a hostile body costs no more than its length.
 *
 * @throws FormError
 */
export function parseMultipart(body: Buffer, boundary: string | undefined): Field[] {
  if (boundary === undefined || !boundaryForm.test(boundary)) throw new FormError('boundary');
  const mark = Buffer.from(`\r\n--${boundary}`);
  const fields: Field[] = [];
  let delimiter = findDelimiter(body, mark, 0);
  while (!delimiter.isLast) {
    if (fields.length >= MAX_FIELDS) throw new FormError('too-many-fields');
    const { headers, content } = partHeaders(body, delimiter.end);
    const next = findDelimiter(body, mark, content);
    fields.push(fieldOf(headers, body.subarray(content, Math.max(content, next.start))));
    delimiter = next;
  }
  return fields;
}

interface Delimiter {
  readonly start: number;
  /** Behind its line break. */
  readonly end: number;
  readonly isLast: boolean;
}

/**
 * The next line that is a delimiter: `--boundary`, blanks, end of line; `--boundary--` is the last.
 *
 * @param from behind a line break, or 0
 */
function findDelimiter(body: Buffer, mark: Buffer, from: number): Delimiter {
  for (const start of marksIn(body, mark, from)) {
    const behind = start + mark.length;
    if (body[behind] === 0x2d && body[behind + 1] === 0x2d) return { start, end: behind + 2, isLast: true };
    let end = behind;
    while (body[end] === 0x20 || body[end] === 0x09) end++;
    if (body[end] === 0x0d && body[end + 1] === 0x0a) return { start, end: end + 2, isLast: false };
  }
  throw new FormError('truncated');
}

/** Where the mark stands. The line break before it belongs to it; the body's first line has none. */
function* marksIn(body: Buffer, mark: Buffer, from: number): Generator<number> {
  if (from === 0 && body.subarray(0, mark.length - CRLF.length).equals(mark.subarray(CRLF.length))) yield -CRLF.length;
  // a part without content has only the line break that ended its headers
  const first = Math.max(0, from - CRLF.length);
  for (let at = body.indexOf(mark, first); at >= 0; at = body.indexOf(mark, at + mark.length)) yield at;
}

/** The headers of the part that begins at `start`, and where its content begins. */
function partHeaders(body: Buffer, start: number): { headers: string[]; content: number } {
  const window = body.subarray(start, start + MAX_PART_HEADER_BYTES);
  if (window.subarray(0, 2).equals(CRLF)) return { headers: [], content: start + 2 };
  const end = window.indexOf(BLANK_LINE);
  if (end < 0) throw new FormError(window.length < MAX_PART_HEADER_BYTES ? 'truncated' : 'part-headers');
  return { headers: window.toString('utf8', 0, end).split('\r\n'), content: start + end + BLANK_LINE.length };
}

function fieldOf(headers: readonly string[], bytes: Buffer): Field {
  const disposition = headers.find((header) => /^content-disposition[\t ]*:/i.test(header));
  if (disposition === undefined) throw new FormError('part-headers');
  const { type, parameters } = parseMediaType(disposition.slice(disposition.indexOf(':') + 1));
  const name = parameters.get('name');
  if (type !== 'form-data' || name === undefined) throw new FormError('part-headers');
  return { name, filename: parameters.get('filename') ?? null, bytes };
}
