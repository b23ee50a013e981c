/** One element of DER: where its content begins and ends. */
export interface DerElement {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
  /** Whether the bytes end before the element does; then `end` is where it should end. */
  readonly truncated: boolean;
}

/** Tags that keys are made of (X.690). */
export const DER = { integer: 0x02, bitString: 0x03, octetString: 0x04, objectId: 0x06, sequence: 0x30 } as const;

/** Most octets of a length: four hold more than any record has. */
const MAX_LENGTH_OCTETS = 4;

/** Reads the element at a place; null where none can begin there. */
export function readDer(bytes: Uint8Array, at: number, limit: number = bytes.length): DerElement | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || at + 1 >= limit) return null;
  let [length, start] = [first, at + 2];
  if (first >= 0x80) {
    const octets = first & 0x7f;
    // 0x80 is the indefinite form, which DER forbids
    if (octets === 0 || octets > MAX_LENGTH_OCTETS) return null;
    length = 0;
    for (let i = 0; i < octets; i++) length = length * 256 + (bytes[start + i] ?? 0);
    start += octets;
  }
  return { tag, start, end: start + length, truncated: start + length > limit };
}

/** Longest content that is written: 16 bits of length hold every key. */
const MAX_CONTENT = 0xffff;

/**
 * Writes one element.
 *
 * @throws RangeError where the content is longer than any key
 */
export function writeDer(tag: number, content: readonly number[]): number[] {
  const { length } = content;
  if (length > MAX_CONTENT)
    throw new RangeError(`An element of a key has at most ${MAX_CONTENT} octets, not ${length}.`);
  if (length < 0x80) return [tag, length, ...content];
  if (length < 0x100) return [tag, 0x81, length, ...content];
  return [tag, 0x82, length >> 8, length & 0xff, ...content];
}
