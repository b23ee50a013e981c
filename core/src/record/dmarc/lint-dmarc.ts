import type { RecordFinding } from '../finding.ts';
import { lintPolicy } from './lint-policy.ts';
import { lintReports } from './lint-reports.ts';
import { lintTags } from './lint-tags.ts';
import { lintVersion } from './lint-version.ts';
import { type DmarcRecord, parseDmarc } from './parse-dmarc.ts';

/**
 * Longest record that a DNS answer carries with certainty without going over to TCP: the EDNS buffer of 1232 octets
 * that resolvers use, less header, question and names.
 */
const LONG_RECORD = 1000;

/**
 * What is remarkable about a DMARC record, for receivers that follow RFC 7489 and those that follow RFC 9989. In the
 * order of the record; what concerns the whole stands first. A text that is no DMARC record gets the reason alone.
 *
 * @param text the record, its character-strings joined
 */
export function lintDmarc(text: string | DmarcRecord): RecordFinding[] {
  const record = typeof text === 'string' ? parseDmarc(text) : text;
  const version = lintVersion(record);
  if (version.length > 0) return version;
  return [...lintLength(record), ...lintTags(record), ...lintPolicy(record), ...lintReports(record)].sort(
    (a, b) => (a.span?.[0] ?? -1) - (b.span?.[0] ?? -1),
  );
}

function lintLength({ text }: DmarcRecord): RecordFinding[] {
  if (text.length <= LONG_RECORD) return [];
  return [
    {
      code: 'long-record',
      severity: 'low',
      span: null,
      says: `The record has ${text.length} characters; DNS answers of more than about ${LONG_RECORD} need a second connection, which some networks block.`,
      fix: 'Name fewer destinations for reports.',
      source: 'RFC 9715 section 3',
    },
  ];
}
