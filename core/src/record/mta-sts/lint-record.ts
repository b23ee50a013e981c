import type { RecordFinding } from '../finding.ts';
import { lintOnly, type OnlyRecord } from '../only-record.ts';
import { quoted } from '../quoted.ts';
import { tagFaultFindings } from '../tag-fault-finding.ts';
import { findTag } from '../tag-list/index.ts';
import { isMtaStsRecord, type MtaStsRecord, parseMtaStsRecord } from './parse-record.ts';

const SOURCE = 'RFC 8461 section 3.1';
const EXTENSION_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;

/** What is remarkable about one MTA-STS record. */
export function lintMtaStsRecord(record: MtaStsRecord): RecordFinding[] {
  return [
    ...lintVersion(record),
    ...tagFaultFindings(record.list, { record: 'the MTA-STS record', source: SOURCE, name: EXTENSION_NAME }),
    ...lintId(record),
    ...lintOthers(record),
  ];
}

/**
 * What is remarkable about all TXT records at `_mta-sts.` of a domain: senders want exactly one of this kind.
 *
 * @param texts the records, the character-strings of each joined
 */
export function lintMtaStsRecords(texts: readonly string[]): OnlyRecord<MtaStsRecord> {
  return lintOnly(texts, {
    name: 'MTA-STS',
    version: 'v=STSv1;',
    example: 'v=STSv1; id=20260101000000;',
    withoutOne: 'senders see no MTA-STS here',
    withSeveral: 'Senders then act as if there were none.',
    keepOne: 'Keep one of them and delete the others.',
    severity: 'high',
    source: SOURCE,
    is: isMtaStsRecord,
    parse: parseMtaStsRecord,
    lint: lintMtaStsRecord,
  });
}

function lintVersion({ text, list, recognised }: MtaStsRecord): RecordFinding[] {
  const [first] = list.tags;
  if (!recognised)
    return [
      {
        code: 'no-version',
        severity: 'high',
        span: first?.span ?? null,
        says: `The record starts with ${quoted(text.slice(0, 20))} and not with "v=STSv1;". Senders ignore it.`,
        fix: 'Begin the record with "v=STSv1;", in this case and without quotation marks.',
        source: SOURCE,
      },
    ];
  if (text.startsWith('v=STSv1;')) return [];
  return [
    {
      code: 'space-before-separator',
      severity: 'medium',
      span: [0, text.indexOf(';') + 1],
      says: 'There is white space between "v=STSv1" and its semicolon. Some senders look for "v=STSv1;" and ignore the record.',
      fix: 'Remove the white space.',
      source: SOURCE,
    },
  ];
}

function lintId({ list, id }: MtaStsRecord): RecordFinding[] {
  if (id !== null) return [];
  const tag = findTag(list, 'id');
  const other = findTag(list, 'id', true);
  if (tag !== undefined)
    return [
      {
        code: 'bad-id',
        severity: 'high',
        span: tag.valueSpan,
        says: `The id ${quoted(tag.value)} is not made of 1 to 32 letters and digits. Senders ignore the record.`,
        fix: "Use the date and time of the policy's last change: id=20260101000000.",
        source: SOURCE,
      },
    ];
  return [
    {
      code: 'no-id',
      severity: 'high',
      span: other?.nameSpan ?? null,
      says:
        other === undefined
          ? 'The record has no id, so senders ignore it.'
          : `The record has "${other.name}" where "id" in lower case belongs, so senders ignore it.`,
      fix: "Add the date and time of the policy's last change: id=20260101000000.",
      source: SOURCE,
    },
  ];
}

/** Fields that belong into the policy file are the usual guests. */
const POLICY_FIELDS = ['mode', 'mx', 'max_age', 'version'];

function lintOthers({ list }: MtaStsRecord): RecordFinding[] {
  return list.tags
    .filter(({ name }, index) => name !== 'id' && !(index === 0 && name === 'v') && name.toLowerCase() !== 'id')
    .map(({ name, span }) => ({
      code: 'unknown-tag',
      severity: POLICY_FIELDS.includes(name) ? 'medium' : 'info',
      span,
      says: POLICY_FIELDS.includes(name)
        ? `"${name}" does nothing in the DNS record: it belongs into the policy file.`
        : `Senders ignore the tag "${name}": the standard knows only "v" and "id".`,
      fix: 'Remove it from the record.',
      source: SOURCE,
    }));
}
