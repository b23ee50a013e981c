import { MAX_ENTRIES } from './limits.ts';
import { broken, MsgError } from './msg-error.ts';

const ENTRY = 128;
const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;
/** Entry numbers from here on are no entries: 0xFFFFFFFF is "none". */
const NO_ENTRY = 0xfffffffa;
const MAX_NAME = 64;

const utf16 = new TextDecoder('utf-16le');

/** A storage (folder) or stream (file) of a compound file. */
export interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  readonly start: number;
  readonly size: number;
  /** What a storage holds, by upper-case name, as [MS-CFB] section 2.6.4 compares names. */
  readonly children: Map<string, Entry>;
}

/**
 * Reads the directory ([MS-CFB] section 2.6): entries that point to their siblings and children.
 * An entry that is reached twice makes the file broken, so that no circle is walked.
 *
 * @param bytes the directory stream
 * @param shortSizes version 3, whose writers leave rubbish in the upper half of sizes
 * @throws {MsgError} for circles, and for more than {@link MAX_ENTRIES} entries
 */
export function directoryOf(bytes: Uint8Array, shortSizes: boolean): Entry {
  const count = Math.floor(bytes.length / ENTRY);
  if (count > MAX_ENTRIES) {
    throw new MsgError(
      'msg-too-large',
      `This .msg file has more than ${MAX_ENTRIES} parts: send the text of the message instead.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (count === 0 || view.getUint8(66) !== ROOT) throw broken('it has no directory');
  const seen = new Uint8Array(count);
  const root = entryAt(0);
  const open: { parent: Entry; number: number }[] = [{ parent: root, number: view.getUint32(76, true) }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { parent, number } = next;
    if (number >= NO_ENTRY) continue;
    if (number >= count) throw broken('its directory points behind its end');
    if (number === 0 || seen[number] === 1) throw broken('its directory runs in a circle');
    seen[number] = 1;
    const at = number * ENTRY;
    const type = view.getUint8(at + 66);
    open.push({ parent, number: view.getUint32(at + 68, true) }, { parent, number: view.getUint32(at + 72, true) });
    if (type !== STORAGE && type !== STREAM) continue;
    const entry = entryAt(at);
    if (!parent.children.has(entry.name.toUpperCase())) parent.children.set(entry.name.toUpperCase(), entry);
    if (type === STORAGE) open.push({ parent: entry, number: view.getUint32(at + 76, true) });
  }
  return root;

  function entryAt(at: number): Entry {
    // The length counts the zero at the end.
    const length = Math.min(MAX_NAME, view.getUint16(at + 64, true)) - 2;
    const high = shortSizes ? 0 : view.getUint32(at + 124, true);
    return {
      name: length > 0 ? utf16.decode(bytes.subarray(at, at + length)) : '',
      isStream: view.getUint8(at + 66) === STREAM,
      start: view.getUint32(at + 116, true),
      size: high * 0x1_0000_0000 + view.getUint32(at + 120, true),
      children: new Map(),
    };
  }
}
