import type { RecordFinding } from '../finding.ts';
import { quoted } from '../quoted.ts';
import type { Span } from '../span.ts';
import { digestLength, formatTlsa, isUsableTlsa, type TlsaRecord } from './record.ts';

type Draft = Omit<RecordFinding, 'span'> & { readonly field: 0 | 1 | 2 | 3 | null };

/** What is remarkable about one TLSA record of a mail server; spans are offsets into {@link formatTlsa}'s text. */
export function lintTlsa(record: TlsaRecord): RecordFinding[] {
  return [...lintUsage(record), ...lintSelector(record), ...lintMatching(record), ...lintData(record)].map(
    ({ field, ...finding }) => ({ ...finding, span: field === null ? null : spanOf(record, field) }),
  );
}

/**
 * What is remarkable about all TLSA records of one mail server.
 *
 * @returns what concerns them together, and for each record what concerns it
 */
export function lintTlsaRecords(records: readonly TlsaRecord[]): {
  readonly findings: readonly RecordFinding[];
  readonly each: readonly { readonly record: TlsaRecord; readonly findings: readonly RecordFinding[] }[];
} {
  const each = records.map((record) => ({ record, findings: lintTlsa(record) }));
  const texts = records.map(formatTlsa);
  const twice = texts.find((text, index) => texts.indexOf(text) < index);
  const findings: RecordFinding[] = [];
  if (records.length > 0 && !records.some(isUsableTlsa))
    findings.push({
      code: 'none-usable',
      severity: 'high',
      span: null,
      says: 'None of the TLSA records can be used for mail. Senders then insist on TLS and verify nothing.',
      fix: "Publish a record 3 1 1 with the SHA-256 of the server's public key.",
      source: 'RFC 7672 section 2.2',
    });
  if (twice !== undefined)
    findings.push({
      code: 'repeated',
      severity: 'low',
      span: null,
      says: `The record ${quoted(twice)} is there twice.`,
      fix: 'Delete one of them.',
      source: 'RFC 2181 section 5',
    });
  return { findings, each };
}

function spanOf(record: TlsaRecord, field: 0 | 1 | 2 | 3): Span {
  const parts = formatTlsa(record).split(' ');
  const start = parts.slice(0, field).reduce((sum, part) => sum + part.length + 1, 0);
  return [start, start + (parts[field]?.length ?? 0)];
}

function lintUsage({ usage }: TlsaRecord): Draft[] {
  if (usage === 2 || usage === 3) return [];
  const pkix = usage === 0 || usage === 1;
  return [
    {
      code: pkix ? 'pkix-usage' : 'unknown-usage',
      severity: 'high',
      field: 0,
      says: pkix
        ? `Usage ${usage} asks for a public certificate authority, which sending mail servers do not consult: they skip the record.`
        : `Usage ${usage} is not known; senders skip the record.`,
      fix: pkix
        ? `Publish usage ${usage === 0 ? 2 : 3} instead.`
        : "Publish usage 3 (the server's own key) or 2 (its certificate authority).",
      source: 'RFC 7672 section 3.1.3',
    },
  ];
}

function lintSelector({ usage, selector, matchingType }: TlsaRecord): Draft[] {
  if (selector !== 0 && selector !== 1)
    return [
      {
        code: 'unknown-selector',
        severity: 'high',
        field: 1,
        says: `Selector ${selector} is not known; senders skip the record.`,
        fix: 'Publish selector 1 (the public key) or 0 (the whole certificate).',
        source: 'RFC 6698 section 2.1.2',
      },
    ];
  if (usage !== 3 || selector !== 0 || matchingType > 2) return [];
  return [
    {
      code: 'whole-certificate',
      severity: 'low',
      field: 1,
      says: 'The record names the whole certificate, so it is wrong after every renewal, even when the key stays.',
      fix: 'Publish 3 1 1 instead, which names the key, and keep the key at renewal.',
      source: 'RFC 7671 section 5.1',
    },
  ];
}

function lintMatching({ matchingType }: TlsaRecord): Draft[] {
  if (matchingType === 1) return [];
  const draft = (code: string, severity: Draft['severity'], says: string): Draft[] => [
    { code, severity, field: 2, says, fix: 'Publish matching type 1 (SHA-256).', source: 'RFC 7671 section 9' },
  ];
  if (matchingType === 0)
    return draft(
      'full-data',
      'low',
      'The record holds the certificate or key itself. Large records get lost on the way in UDP.',
    );
  if (matchingType === 2)
    return draft('sha-512', 'info', 'The record has a SHA-512. SHA-256 is the one that every sender must know.');
  return draft('unknown-matching', 'high', `Matching type ${matchingType} is not known; senders skip the record.`);
}

/** SHA-256 and SHA-512 of nothing: what a pipe of commands gives when its first one fails. */
const EMPTY_DIGESTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e',
];

function lintData({ matchingType, data }: TlsaRecord): Draft[] {
  const draft = (code: string, says: string, fix: string, source = 'RFC 6698 section 2.1.3'): Draft[] => [
    { code, severity: 'high', field: 3, says, fix, source },
  ];
  const again = 'Compute the digest again from the certificate that the server presents.';
  if (data === '') return draft('no-data', 'The record has no data, so nothing can match it.', again);
  const length = digestLength(matchingType);
  if (length !== null && data.length !== length * 2)
    return draft(
      'data-length',
      `The data has ${data.length / 2} bytes; a ${length === 32 ? 'SHA-256' : 'SHA-512'} has ${length}. Senders skip the record.`,
      again,
    );
  if (EMPTY_DIGESTS.includes(data))
    return draft(
      'empty-digest',
      'The data is the digest of nothing: the command that should have read the certificate gave no output.',
      again,
    );
  return [];
}
