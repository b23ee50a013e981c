import type { RecordFinding } from '../finding.ts';
import { quoted } from '../quoted.ts';
import { tagFaultFindings } from '../tag-fault-finding.ts';
import { findTag, type Tag } from '../tag-list/index.ts';
import { lintKeyBytes } from './lint-key-bytes.ts';
import { type DkimKey, parseDkimKey } from './parse-dkim-key.ts';

const source = 'RFC 6376 section 3.6.1';

/**
 * What is remarkable about a DKIM key record, in the order of the record.
 *
 * @param text the record, its character-strings joined
 */
export function lintDkimKey(text: string | DkimKey): RecordFinding[] {
  const key = typeof text === 'string' ? parseDkimKey(text) : text;
  const pasted = lintPasted(key);
  if (pasted.length > 0) return pasted;
  return [...lintFaults(key), ...lintVersion(key), ...lintUse(key), ...lintKeyBytes(key)].sort(
    (a, b) => (a.span?.[0] ?? -1) - (b.span?.[0] ?? -1),
  );
}

/** What came along when the record was pasted, and hides the rest. */
function lintPasted({ text }: DkimKey): RecordFinding[] {
  const found = (code: string, span: RecordFinding['span'], says: string, fix: string): RecordFinding[] => [
    { code, severity: 'critical', span, says, fix, source },
  ];
  const secret = /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/.exec(text);
  if (secret !== null)
    return found(
      'private-key',
      [secret.index, secret.index + secret[0].length],
      'The record holds a private key: whoever reads it can sign mail as this domain.',
      'Take the record out, make a new pair of keys, and publish the public one.',
    );
  const backslash = /\\(?=;)/.exec(text);
  if (backslash !== null)
    return found(
      'escaped-separator',
      [backslash.index, backslash.index + 1],
      `A backslash stands before a semicolon at character ${backslash.index + 1}: verifiers read it as a part of the tag before.`,
      'Take the backslashes out: only zone files need them, and the DNS panel writes its own.',
    );
  const mark = /["\u201c\u201d]/.exec(text);
  if (mark !== null)
    return found(
      'quotes',
      [mark.index, mark.index + 1],
      `A quotation mark stands in the record at character ${mark.index + 1}; marks that divide a long record belong to zone files, not to its text.`,
      'Take the quotation marks out, and the blanks between two of them.',
    );
  return [];
}

function lintFaults({ list }: DkimKey): RecordFinding[] {
  return tagFaultFindings(list, {
    record: 'the DKIM key record',
    source: 'RFC 6376 section 3.2',
    mayBeEmpty: ['p', 'n', 'g'],
    repeatedSpoils: true,
  });
}

function lintVersion({ version, list }: DkimKey): RecordFinding[] {
  const tag = findTag(list, 'v');
  if (tag === undefined) {
    return [
      {
        code: 'no-version',
        severity: 'low',
        span: null,
        says: 'The record does not begin with v=DKIM1. It may be left out, but some programs then do not find the key.',
        fix: 'Put v=DKIM1; before everything else.',
        source,
      },
    ];
  }
  const findings: RecordFinding[] = [];
  if (list.tags[0] !== tag)
    findings.push({
      code: 'version-not-first',
      severity: 'critical',
      span: tag.span,
      says: `v=${tag.value} is not the first tag: ${quoted(list.tags[0]?.name ?? '')} stands before it, and verifiers must drop the record.`,
      fix: 'Put v=DKIM1; before everything else.',
      source,
    });
  if (version !== 'DKIM1')
    findings.push({
      code: 'bad-version',
      severity: 'critical',
      span: tag.valueSpan,
      says: `The version is ${quoted(tag.value)}; verifiers know only DKIM1 and drop the record.`,
      fix: 'Write v=DKIM1.',
      source,
    });
  return findings;
}

/** For which signatures the key may be used. */
function lintUse(key: DkimKey): RecordFinding[] {
  const findings: RecordFinding[] = [];
  const add = (
    name: string,
    code: string,
    severity: RecordFinding['severity'],
    says: (tag: Tag) => string,
    fix: string | null,
    where = source,
  ): void => {
    const tag = findTag(key.list, name);
    if (tag !== undefined) findings.push({ code, severity, span: tag.span, says: says(tag), fix, source: where });
  };
  if (key.keyType !== 'rsa' && key.keyType !== 'ed25519')
    add(
      'k',
      'unknown-key-type',
      'critical',
      (tag) => `k is ${quoted(tag.value)}; verifiers know rsa and ed25519, and ignore the key.`,
      'Write k=rsa or k=ed25519, as the key is.',
    );
  if (key.hashes !== null && !key.hashes.includes('sha256'))
    add(
      'h',
      'no-sha256',
      'critical',
      (tag) => `h=${tag.value} does not allow sha256, and all other hashes are forbidden: no signature can be valid.`,
      'Take h out.',
      'RFC 8301 section 3.1',
    );
  else if (key.hashes?.some((hash) => hash !== 'sha256') === true)
    add(
      'h',
      'obsolete-hash',
      'low',
      (tag) => `h=${tag.value} names hashes that nobody may use any more beside sha256.`,
      'Take h out.',
      'RFC 8301 section 3.1',
    );
  if (!key.services.includes('email') && !key.services.includes('*'))
    add(
      's',
      'not-for-mail',
      'critical',
      (tag) => `s=${tag.value} does not allow mail: verifiers ignore the key.`,
      'Take s out, or write s=email.',
    );
  if (key.flags.includes('y'))
    add(
      't',
      'testing',
      'medium',
      () => 't=y says that this domain only tests DKIM: verifiers treat its signed mail like unsigned mail.',
      'Take t=y out once the signatures are valid.',
    );
  if (key.flags.includes('s'))
    add(
      't',
      'no-subdomains',
      'info',
      () => 't=s allows no subdomains: the tag i of a signature must have the very domain of d.',
      null,
    );
  for (const flag of key.flags)
    if (flag !== 'y' && flag !== 's')
      add('t', 'unknown-flag', 'info', () => `The flag ${quoted(flag)} is not known; verifiers ignore it.`, null);
  add(
    'g',
    'obsolete-granularity',
    'low',
    (tag) =>
      tag.value === ''
        ? 'g= without a value made old verifiers refuse every sender; newer ones do not know g.'
        : `g=${tag.value} is left over from RFC 4871; verifiers do not know it any more.`,
    'Take g out.',
    'RFC 6376 appendix C',
  );
  for (const tag of key.list.tags)
    if (!/^[vhknpstg]$/.test(tag.name) && !tag.repeated)
      findings.push({
        code: 'unknown-tag',
        severity: /^[VHKNPST]$/.test(tag.name) ? 'high' : 'info',
        span: tag.nameSpan,
        says: /^[VHKNPST]$/.test(tag.name)
          ? `${tag.name} is written in capitals, and tag names of DKIM must be in small letters: verifiers do not see it.`
          : `${quoted(tag.name)} is no tag of a DKIM key; verifiers ignore it.`,
        fix: /^[VHKNPST]$/.test(tag.name) ? `Write ${tag.name.toLowerCase()}.` : null,
        source: 'RFC 6376 section 3.2',
      });
  return findings;
}
