import type { RecordFinding } from '../finding.ts';
import { nearMissOf } from './near-miss.ts';
import { versionStart } from './parse.ts';
import type { SpfRecord } from './record.ts';
import { parseOnce } from './record-memory.ts';

/** A TXT record that is no SPF record and seems to be meant as one. */
export interface SpfNearMiss {
  /** Its strings, joined. */
  readonly text: string;
  /** The place counts in this text. */
  readonly finding: RecordFinding;
  /** The record that will have been meant; null where that cannot be told. */
  readonly meant: string | null;
}

/** The SPF record among the TXT records of a name. */
export interface SpfSelection {
  /** With several, every evaluation is `permerror` (RFC 7208 section 4.5). */
  readonly status: 'none' | 'one' | 'several';
  /** The one; null where there is none or more than one. */
  readonly record: SpfRecord | null;
  /** All that begin as SPF records, at most ten. */
  readonly records: readonly SpfRecord[];
  readonly nearMisses: readonly SpfNearMiss[];
  /** The records of the set and the octets of their texts together. */
  readonly txt: { readonly records: number; readonly octets: number };
}

/** A name may have thousands of TXT records: beyond these, more of the same tells nothing. */
const MAX_RECORDS = 10;

/**
 * Selects the SPF record as RFC 7208 section 4.5 does: exactly one begins with `v=spf1` and a blank, or is that alone.
 *
 * @param txtRecords the character-strings of each TXT record
 */
export function selectSpf(txtRecords: readonly (readonly string[])[]): SpfSelection {
  const records: SpfRecord[] = [];
  const nearMisses: SpfNearMiss[] = [];
  let octets = 0;
  for (const strings of txtRecords) {
    const text = strings.join('');
    octets += text.length;
    if (versionStart.test(text)) {
      if (records.length < MAX_RECORDS) records.push(parseOnce(text));
    } else if (nearMisses.length < MAX_RECORDS) {
      const miss = nearMissOf(text);
      if (miss !== null) nearMisses.push({ text, ...miss });
    }
  }
  const [first = null] = records;
  return {
    status: records.length === 0 ? 'none' : records.length === 1 ? 'one' : 'several',
    record: records.length === 1 ? first : null,
    records,
    nearMisses,
    txt: { records: txtRecords.length, octets },
  };
}
