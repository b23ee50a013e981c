import { MAX_FIELDS } from '../limits.ts';
import type { Field } from './field.ts';
import { FormError } from './form-error.ts';

const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;

/**
 * The fields of an `application/x-www-form-urlencoded` body (the parser of the URL standard §5.1).
 *
 * @throws FormError `too-many-fields`
 */
export function parseUrlencoded(body: Buffer): Field[] {
  const fields: Field[] = [];
  for (let start = 0; start < body.length; ) {
    const next = body.indexOf(AMPERSAND, start);
    const end = next < 0 ? body.length : next;
    if (end > start) {
      if (fields.length >= MAX_FIELDS) throw new FormError('too-many-fields');
      const pair = body.subarray(start, end);
      const equals = pair.indexOf(EQUALS);
      fields.push({
        name: unescapeBytes(pair.subarray(0, equals < 0 ? pair.length : equals)).toString('utf8'),
        filename: null,
        bytes: unescapeBytes(equals < 0 ? pair.subarray(pair.length) : pair.subarray(equals + 1)),
      });
    }
    start = end + 1;
  }
  return fields;
}

/** `%41+b` as `A b`; a percent sign without two digits stands for itself. */
function unescapeBytes(bytes: Buffer): Buffer {
  const plain = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    const high = byte === PERCENT ? digitOf(bytes[at + 1]) : -1;
    const low = high < 0 ? -1 : digitOf(bytes[at + 2]);
    if (low >= 0) {
      plain[length++] = high * 16 + low;
      at += 2;
    } else plain[length++] = byte === PLUS ? SPACE : byte;
  }
  return plain.subarray(0, length);
}

function digitOf(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
