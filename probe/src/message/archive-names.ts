import { MAX_ARCHIVE_NAMES } from './limits.ts';

/** Signatures of the ZIP format (APPNOTE.TXT sections 4.3.12 and 4.3.16), read as little-endian numbers. */
const [ENTRY, END] = [0x02014b50, 0x06054b50];
/** The end record with the longest comment that may stand behind it. */
const END_REACH = 22 + 65_535;

/** One file of an archive. */
export interface ArchivedName {
  readonly name: string;
  /** It opens with a password only, so that no filter can look into it. */
  readonly isEncrypted: boolean;
}

/**
 * The names in a ZIP archive out of its directory; nothing is unpacked.
 *
 * @returns null for what is no such archive
 */
export function archiveNames(bytes: Uint8Array): ArchivedName[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) return null;
  const names: ArchivedName[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && names.length < MAX_ARCHIVE_NAMES && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    names.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at = next;
  }
  return names;
}

function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - END_REACH); at--)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}
