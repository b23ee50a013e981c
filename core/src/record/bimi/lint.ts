import type { RecordFinding } from '../finding.ts';
import { lintOnly, type OnlyRecord } from '../only-record.ts';
import { quoted } from '../quoted.ts';
import { tagFaultFindings } from '../tag-fault-finding.ts';
import { findTag, type Tag } from '../tag-list/index.ts';
import { httpsUrlFault, type UrlFault } from './https-url.ts';
import { type BimiRecord, isBimiRecord, parseBimi } from './parse.ts';

const SOURCE = 'draft-brand-indicators-for-message-identification, Assertion Record Definition';

type Draft = Omit<RecordFinding, 'source'>;

/** What is remarkable about one BIMI record. */
export function lintBimi(record: BimiRecord): RecordFinding[] {
  const findings: Draft[] = [
    ...lintVersion(record),
    ...tagFaultFindings(record.list, {
      record: 'the BIMI record',
      source: SOURCE,
      mayBeEmpty: ['l', 'a'],
      repeatedSpoils: true,
    }),
    ...lintLogo(record),
    ...lintEvidence(record),
    ...lintAvatar(record),
    ...lintSelectors(record),
    ...lintOthers(record),
  ];
  return findings.map((finding) => ({ source: SOURCE, ...finding }));
}

/**
 * What is remarkable about all TXT records at `<selector>._bimi.` of a domain: receivers want exactly one of this kind.
 *
 * @param texts the records, the character-strings of each joined
 */
export function lintBimiRecords(texts: readonly string[]): OnlyRecord<BimiRecord> {
  return lintOnly(texts, {
    name: 'BIMI',
    version: 'v=BIMI1',
    example: 'v=BIMI1; l=https://example.com/logo.svg;',
    withoutOne: 'no logo is shown',
    withSeveral: 'Receivers then show no logo.',
    keepOne: 'Keep one of them and delete the others.',
    severity: 'medium',
    source: SOURCE,
    is: isBimiRecord,
    parse: parseBimi,
    lint: lintBimi,
  });
}

function lintVersion({ text, list, recognised }: BimiRecord): Draft[] {
  if (recognised) return [];
  return [
    {
      code: 'no-version',
      severity: 'high',
      span: list.tags[0]?.span ?? null,
      says: `The record starts with ${quoted(text.slice(0, 20))} and not with "v=BIMI1". Receivers ignore it.`,
      fix: 'Begin the record with "v=BIMI1;", in this case and without quotation marks.',
    },
  ];
}

function lintLogo({ list, logo, evidence }: BimiRecord): Draft[] {
  const tag = findTag(list, 'l');
  if (tag === undefined) {
    const other = findTag(list, 'l', true);
    return [
      {
        code: 'no-logo',
        severity: 'high',
        span: other?.nameSpan ?? null,
        says:
          other === undefined
            ? 'The record has no tag "l", which is required.'
            : `The record has "${other.name}" where "l" belongs.`,
        fix: 'Add the URL of the logo: l=https://example.com/logo.svg. To show none, write "l=; a=;".',
      },
    ];
  }
  if (logo === '')
    return (evidence ?? '') === ''
      ? [
          {
            code: 'declined',
            severity: 'info',
            span: tag.span,
            says: 'The domain declines BIMI: it names no logo and no certificate, so none is shown for its mail.',
            fix: null,
          },
        ]
      : [
          {
            code: 'no-logo',
            severity: 'high',
            span: tag.span,
            says: `The record names a certificate and no logo. Receivers compare both.`,
            fix: 'Add the URL of the logo that the certificate holds: l=https://example.com/logo.svg.',
          },
        ];
  const fault = urlFinding(tag);
  if (fault !== null) return [fault];
  const path = tag.value.replace(/[?#].*$/, '');
  if (/\.svgz?$/.test(path)) return [];
  return [
    {
      code: 'not-svg',
      severity: 'high',
      span: tag.valueSpan,
      says: `The logo ${quoted(tag.value)} does not end with .svg or .svgz; no other format is allowed.`,
      fix: 'Publish the logo as SVG Tiny PS under a name that ends with .svg.',
    },
  ];
}

function lintEvidence({ list, logo, evidence }: BimiRecord): Draft[] {
  const tag = findTag(list, 'a');
  if (tag !== undefined && evidence !== '') {
    const fault = urlFinding(tag);
    return fault === null ? [] : [fault];
  }
  if ((logo ?? '') === '') return [];
  return [
    {
      code: 'no-evidence',
      severity: 'low',
      span: tag?.span ?? null,
      says: 'The record names no certificate. Gmail and Apple Mail show a logo only with one; others, such as Yahoo and Fastmail, can do without.',
      fix: 'Buy a mark certificate (VMC, or CMC for a logo without a registered trademark) and name it: a=https://example.com/logo.pem.',
    },
  ];
}

const urlWords: Readonly<Record<UrlFault, readonly [why: string, fix: string]>> = {
  'not-https': ['is not fetched: only https: is', 'Serve it by HTTPS and begin the URL with https://.'],
  'no-url': ['is no https URL with a full host name', 'Write the whole URL, such as https://example.com/logo.svg.'],
  several: ['is a list; only one URL may stand there', 'Keep one URL.'],
  address: ['has an IP address where a host name belongs', 'Use a host name.'],
  port: ['names a port other than 443', 'Serve it at the usual port of HTTPS.'],
  credentials: ['has a user name in it', 'Serve it without a login.'],
  'not-encoded': [
    'has a comma, white space or a letter beyond ASCII in it',
    'Encode them in the URL, or rename the file.',
  ],
};

function urlFinding({ name, value, valueSpan }: Tag): Draft | null {
  const fault = httpsUrlFault(value);
  if (fault === null) return null;
  const [why, fix] = urlWords[fault];
  return {
    code: `${name === 'l' ? 'logo' : 'evidence'}-url`,
    severity: 'high',
    span: valueSpan,
    says: `${quoted(value)} ${why}.`,
    fix,
  };
}

function lintAvatar({ list, avatar }: BimiRecord): Draft[] {
  const tag = findTag(list, 'avp');
  if (tag === undefined || avatar !== null || tag.value === '') return [];
  return [
    {
      code: 'bad-avatar',
      severity: 'medium',
      span: tag.valueSpan,
      says: `avp is ${quoted(tag.value)}; only "brand" and "personal" are known. Some receivers then show no logo.`,
      fix: "Write avp=brand for the logo first, or avp=personal for the sender's own picture first.",
    },
  ];
}

function lintSelectors({ list }: BimiRecord): Draft[] {
  const tag = findTag(list, 'lps');
  if (tag === undefined || tag.value === 'true' || tag.value === 'false' || tag.value === '') return [];
  return [
    {
      code: 'bad-local-part-selectors',
      severity: 'low',
      span: tag.valueSpan,
      says: `lps is ${quoted(tag.value)}; the present draft knows "true" and "false".`,
      fix: 'Write lps=true, or remove the tag.',
    },
  ];
}

const KNOWN = ['v', 'l', 'a', 'avp', 'lps'];

function lintOthers({ list }: BimiRecord): Draft[] {
  return list.tags
    .filter(({ name }) => !KNOWN.includes(name) && name !== 'L')
    .map(({ name, span }) => {
      const meant = KNOWN.includes(name.toLowerCase());
      return {
        code: 'unknown-tag',
        severity: meant ? 'medium' : 'info',
        span,
        says: meant
          ? `"${name}" is not read: the tag is written "${name.toLowerCase()}", in lower case.`
          : `Receivers ignore the tag "${name}".`,
        fix: meant ? `Write ${name.toLowerCase()}.` : 'Remove it.',
      };
    });
}
