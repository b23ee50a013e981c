/**
 * A strict reader of DER (X.690 section 10), no more than certificates need: definite lengths in their
 * shortest form, single-octet tags. Whatever is written otherwise is refused, so that two readers of one
 * certificate cannot see two things.
 */

/** One value with its place in the bytes that hold it. */
export interface DerValue {
  /** Class, form and number in one octet: 0x30 is a SEQUENCE. */
  readonly tag: number;
  readonly content: Uint8Array;
  /** Tag and length included. */
  readonly whole: Uint8Array;
}

export class DerError extends Error {
  override readonly name = 'DerError';
}

/** Most values in one SEQUENCE: a certificate of two megabytes could hold a million empty ones. */
const MAX_VALUES = 1_024;

/**
 * Reads the one value that the bytes consist of.
 *
 * @throws DerError for what is not DER, and for bytes after it
 */
export function readDer(bytes: Uint8Array): DerValue {
  const value = valueAt(bytes, 0);
  if (value.whole.length < bytes.length)
    throw new DerError(`${bytes.length - value.whole.length} bytes follow the value`);
  return value;
}

/** The values in a constructed one. @throws DerError for what is not DER, and for more values than anybody needs */
export function derValues(content: Uint8Array): DerValue[] {
  const values: DerValue[] = [];
  for (let at = 0; at < content.length; ) {
    if (values.length === MAX_VALUES) throw new DerError(`more than ${MAX_VALUES} values`);
    const value = valueAt(content, at);
    values.push(value);
    at += value.whole.length;
  }
  return values;
}

/** The values in a constructed one that must have the tag. @throws DerError as {@link derValues}, or for another tag */
export function valuesOf(value: DerValue | undefined, tag: number): DerValue[] {
  return derValues(contentOf(value, tag));
}

/** The content of a value that must have the tag. @throws DerError where it is missing or has another one */
export function contentOf(value: DerValue | undefined, tag: number): Uint8Array {
  if (value?.tag !== tag)
    throw new DerError(`tag ${value === undefined ? 'missing' : hex(value.tag)} where ${hex(tag)} belongs`);
  return value.content;
}

/** An object identifier in dots. @throws DerError */
export function oidOf(value: DerValue | undefined): string {
  const arcs: number[] = [];
  let arc = 0;
  const content = contentOf(value, 0x06);
  if (content.length === 0) throw new DerError('an empty object identifier');
  for (const [index, octet] of content.entries()) {
    arc = arc * 128 + (octet & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) throw new DerError('an arc of an object identifier is too large');
    if (octet < 0x80) {
      arcs.push(arc);
      arc = 0;
    } else if (index === content.length - 1) throw new DerError('an object identifier ends early');
  }
  const [first = 0, ...rest] = arcs;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join('.');
}

function valueAt(bytes: Uint8Array, at: number): DerValue {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new DerError('a value ends early');
  if ((tag & 0x1f) === 0x1f) throw new DerError('a tag of several octets');
  let [length, start] = [first, at + 2];
  if (first >= 0x80) {
    const octets = first & 0x7f;
    // 0x80 alone is the indefinite length of BER; four octets would be gigabytes
    if (octets === 0 || octets > 3) throw new DerError(`a length of form ${hex(first)}`);
    length = 0;
    for (let index = 0; index < octets; index++) length = length * 256 + (bytes[start + index] ?? Number.NaN);
    start += octets;
    if (!(length >= 0x80) || length < 256 ** (octets - 1))
      throw new DerError('a length that is not in its shortest form');
  }
  const end = start + length;
  if (!(end <= bytes.length)) throw new DerError('a value ends early');
  return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) };
}

function hex(tag: number): string {
  return `0x${tag.toString(16).padStart(2, '0')}`;
}
