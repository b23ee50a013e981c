import type { RecordFinding } from '../finding.ts';
import { lintOnly, type OnlyRecord } from '../only-record.ts';
import { quoted } from '../quoted.ts';
import { tagFaultFindings } from '../tag-fault-finding.ts';
import { findTag } from '../tag-list/index.ts';
import { isTlsRptRecord, parseTlsRpt, type TlsRptRecord, type TlsRptTarget } from './parse.ts';

const SOURCE = 'RFC 8460 section 3';
const EXTENSION_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;

type Draft = Omit<RecordFinding, 'source'>;

/** What is remarkable about one TLS-RPT record. */
export function lintTlsRpt(record: TlsRptRecord): RecordFinding[] {
  const findings: Draft[] = [
    ...lintVersion(record),
    ...tagFaultFindings(record.list, { record: 'the TLS-RPT record', source: SOURCE, name: EXTENSION_NAME }),
    ...lintRua(record),
    ...record.rua.flatMap((target) => lintTarget(target)),
    ...lintRepeats(record),
    ...lintOthers(record),
  ];
  return findings.map((finding) => ({ source: SOURCE, ...finding }));
}

/**
 * What is remarkable about all TXT records at `_smtp._tls.` of a domain: senders want exactly one of this kind.
 *
 * @param texts the records, the character-strings of each joined
 */
export function lintTlsRptRecords(texts: readonly string[]): OnlyRecord<TlsRptRecord> {
  return lintOnly(texts, {
    name: 'TLS-RPT',
    version: 'v=TLSRPTv1;',
    example: 'v=TLSRPTv1; rua=mailto:tls-reports@example.com',
    withoutOne: 'nobody sends TLS reports',
    withSeveral: 'Senders then act as if there were none.',
    keepOne: 'Keep one of them, with all addresses in its rua, and delete the others.',
    severity: 'medium',
    source: SOURCE,
    is: isTlsRptRecord,
    parse: parseTlsRpt,
    lint: lintTlsRpt,
  });
}

function lintVersion({ text, list, recognised }: TlsRptRecord): Draft[] {
  if (!recognised)
    return [
      {
        code: 'no-version',
        severity: 'high',
        span: list.tags[0]?.span ?? null,
        says: `The record starts with ${quoted(text.slice(0, 24))} and not with "v=TLSRPTv1;". Senders ignore it.`,
        fix: 'Begin the record with "v=TLSRPTv1;", in this case and without quotation marks.',
      },
    ];
  if (text.startsWith('v=TLSRPTv1;')) return [];
  return [
    {
      code: 'space-before-separator',
      severity: 'medium',
      span: [0, text.indexOf(';') + 1],
      says: 'There is white space between "v=TLSRPTv1" and its semicolon. Some senders look for "v=TLSRPTv1;" and ignore the record.',
      fix: 'Remove the white space.',
    },
  ];
}

function lintRua({ list, rua }: TlsRptRecord): Draft[] {
  const tag = findTag(list, 'rua');
  if (tag !== undefined && rua.length > 0) return [];
  const other = list.tags.find(({ name }) => name !== 'rua' && /^(?:rua|ruf)$/i.test(name));
  return [
    {
      code: 'no-rua',
      severity: 'high',
      span: tag?.span ?? other?.nameSpan ?? null,
      says:
        tag === undefined && other !== undefined
          ? `The record has "${other.name}" where "rua" belongs, so it names no place for reports.`
          : 'The record names no place for reports (rua), so senders ignore it.',
      fix: 'Add an address: rua=mailto:tls-reports@example.com.',
    },
  ];
}

function lintTarget({ uri, span, scheme, address, host }: TlsRptTarget): Draft[] {
  const draft = (code: string, says: string, fix: string, severity: Draft['severity'] = 'high'): Draft[] => [
    { code, severity, span, says, fix },
  ];
  if (scheme === null)
    return uri.includes('@')
      ? draft(
          'no-scheme',
          `${quoted(uri)} has no "mailto:" before it, so senders cannot use it.`,
          `Write mailto:${uri}.`,
        )
      : draft(
          'no-scheme',
          `${quoted(uri)} is no address that reports can go to.`,
          'Write a mailto: address or an https: URL.',
        );
  if (scheme !== 'mailto' && scheme !== 'https')
    return draft(
      'bad-scheme',
      `Reports cannot go to ${quoted(uri)}: only mailto: and https: are known.`,
      scheme === 'http' ? `Use https: instead: https${uri.slice(4)}.` : 'Write a mailto: address or an https: URL.',
    );
  if (uri.includes('!'))
    return draft(
      'not-encoded',
      `${quoted(uri)} has an exclamation mark, which must be written as %21.`,
      'Remove it: TLS-RPT knows no size limits such as "!10m".',
      'medium',
    );
  if (scheme === 'mailto' && address === null)
    return draft('bad-address', `${quoted(uri)} holds no mail address.`, 'Write it as mailto:name@example.com.');
  if (scheme === 'https' && host === null)
    return draft(
      'bad-url',
      `${quoted(uri)} holds no host that reports could go to.`,
      'Write it as https://reports.example.com/tls.',
    );
  if (/\s/.test(uri))
    return draft(
      'not-encoded',
      `${quoted(uri)} has white space in it.`,
      'Remove it, or put a comma between two addresses.',
    );
  return [];
}

function lintRepeats({ rua }: TlsRptRecord): Draft[] {
  const seen = new Set<string>();
  return rua.flatMap(({ uri, span }): Draft[] => {
    const twice = seen.has(uri.toLowerCase());
    seen.add(uri.toLowerCase());
    return twice
      ? [
          {
            code: 'repeated-target',
            severity: 'low',
            span,
            says: `${quoted(uri)} stands there twice.`,
            fix: 'Remove one of them.',
          },
        ]
      : [];
  });
}

/** Tags of DMARC that are copied into it. */
const DMARC_TAGS = ['p', 'sp', 'ruf', 'fo', 'pct', 'ri', 'adkim', 'aspf'];

function lintOthers({ list }: TlsRptRecord): Draft[] {
  return list.tags
    .filter(({ name }, index) => !/^rua$/i.test(name) && !(index === 0 && name === 'v'))
    .map(({ name, span }) => ({
      code: 'unknown-tag',
      severity: DMARC_TAGS.includes(name) ? 'low' : 'info',
      span,
      says: DMARC_TAGS.includes(name)
        ? `"${name}" belongs into a DMARC record and does nothing here.`
        : `Senders ignore the tag "${name}": the standard knows only "v" and "rua".`,
      fix: 'Remove it.',
    }));
}
