import { MalformedMessage } from './malformed.ts';

/**
 * Compression pointers that one name may follow. An honest writer needs one; without a limit a message of
 * 64 KB can hold a ladder of 8,000 pointers that each of its 4,000 names climbs.
 */
const MAX_POINTERS = 32;
/** Octets of a name with its length octets (RFC 1035 section 2.3.4). */
const MAX_NAME = 255;
const MAX_LABEL = 63;

/** A name in a message, and where what follows it begins. */
export interface ReadName {
  /** Lower case, without the final dot; `.` is the root. A dot within a label is `\.`, an octet that does not print `\DDD`. */
  readonly name: string;
  readonly end: number;
}

/** Reads the name at `start` (RFC 1035 section 4.1.4). Throws MalformedMessage. */
export function readName(message: Buffer, start: number): ReadName {
  let name = '';
  let length = 1;
  let pointers = 0;
  let at = start;
  let end = -1;
  for (;;) {
    const octet = message[at];
    if (octet === undefined) throw new MalformedMessage('a name runs past the end');
    if (octet === 0) return { name: name === '' ? '.' : name, end: end === -1 ? at + 1 : end };
    if (octet >= 0xc0) {
      const low = message[at + 1];
      if (low === undefined) throw new MalformedMessage('a name runs past the end');
      if (end === -1) end = at + 2;
      const target = ((octet & 0x3f) << 8) | low;
      // a pointer leads to a prior occurrence: without this rule two pointers make a loop
      if (target >= at) throw new MalformedMessage('a compression pointer leads forward');
      if (++pointers > MAX_POINTERS) throw new MalformedMessage(`a name follows more than ${MAX_POINTERS} pointers`);
      at = target;
    } else {
      if (octet > MAX_LABEL) throw new MalformedMessage('a label has an unknown form');
      length += octet + 1;
      if (length > MAX_NAME) throw new MalformedMessage(`a name is longer than ${MAX_NAME} octets`);
      if (at + 1 + octet > message.length) throw new MalformedMessage('a name runs past the end');
      name += (name === '' ? '' : '.') + labelText(message, at + 1, octet);
      at += 1 + octet;
    }
  }
}

function labelText(message: Buffer, start: number, length: number): string {
  const label = message.toString('latin1', start, start + length);
  // nearly every label
  if (/^[\w-]*$/.test(label)) return label.toLowerCase();
  return label
    .replace(/[^ -~]|[.\\]/g, (octet) =>
      octet === '.' || octet === '\\' ? `\\${octet}` : `\\${String(octet.charCodeAt(0)).padStart(3, '0')}`,
    )
    .toLowerCase();
}

/**
 * Why no server can be asked for a name, or null where one can.
 *
 * @param name in lower case without the final dot
 */
export function whyNotAsked(name: string): string | null {
  if (name === '.') return null;
  // the first and the last length octet (RFC 1035 section 2.3.4)
  if (name.length + 2 > MAX_NAME)
    return `The name has ${name.length} letters; at most ${MAX_NAME - 2} can be asked for.`;
  for (const label of name.split('.')) {
    if (label === '')
      return 'The name has an empty part: two dots in a row, a dot at its beginning, or nothing at all.';
    if (label.length > MAX_LABEL) return `The part "${label}" has ${label.length} letters; at most ${MAX_LABEL} fit.`;
  }
  const foreign = /[^ -[\]-~]/.exec(name);
  if (foreign === null) return null;
  const code = foreign[0].charCodeAt(0);
  return code > 127
    ? `The name holds "${foreign[0]}"; names with letters beyond ASCII are asked for in their xn-- form.`
    : `The name holds a character that cannot be asked for (code ${code}).`;
}
