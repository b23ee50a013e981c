import type { Severity } from '../../check/index.ts';
import type { RecordFinding } from '../finding.ts';
import { cidrContains, formatIp, parseCidr, parseIp } from '../ip/index.ts';
import { legible, quoted } from '../quoted.ts';
import { spfLimits } from './limits.ts';
import { lettersOf } from './macro-string.ts';
import { allOf, asksDns, modifierOf, networkOf, type SpfMechanism, type SpfRecord, type SpfTerm } from './record.ts';
import { byPlace } from './report.ts';

/** Octets after which an answer may not fit into 512 with its name and neighbours (RFC 7208 section 3.4). */
export const LONG_RECORD = 450;
/** Octets of one character-string (RFC 1035 section 3.3). */
const LONG_STRING = 255;
/** Findings of one kind: what stands a thousand times in a hostile record is told ten times. */
const MAX_ALIKE = 10;
/** From here on a range is wider than what any sender has. */
const WORLD_PREFIX = { 4: 8, 6: 16 } as const;

/** Addresses from which no mail of strangers ever comes (RFC 1918, 1122, 3927, 6598, 4193, 4291). */
const privateRanges = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '::1',
  'fc00::/7',
  'fe80::/10',
].flatMap((text) => parseCidr(text) ?? []);

/**
 * What is remarkable about a record in itself, without a look at the DNS: see `lintSpf` for all that it leads to.
 *
 * @returns in the order of their places; what breaks the grammar is `critical`
 */
export function lintSpfRecord(record: SpfRecord): RecordFinding[] {
  const findings: RecordFinding[] = [
    ...record.findings,
    ...allFindings(record),
    ...sizeFindings(record),
    ...ownLookups(record),
    ...record.terms.flatMap(termFindings),
    ...duplicates(record),
  ];
  return capped(findings).sort(byPlace);
}

/** The first ten of each kind. */
export function capped(findings: readonly RecordFinding[]): RecordFinding[] {
  const seen = new Map<string, number>();
  return findings.filter(({ code }) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return count <= MAX_ALIKE;
  });
}

function allFindings(record: SpfRecord): RecordFinding[] {
  const source = 'RFC 7208 section 5.1';
  const all = allOf(record);
  const redirect = modifierOf(record, 'redirect');
  if (all === null) {
    if (redirect !== null) return [];
    const says =
      'The record has neither "all" at its end nor "redirect": of every other server it says nothing, and so protects from nobody.';
    return [finding('no-all', 'medium', null, says, 'Add ~all or -all at the end.', 'RFC 7208 section 4.7')];
  }
  const findings: RecordFinding[] = [];
  const shown = legible(all.text);
  const ofAll = (code: string, severity: Severity, says: string, fix: string | null) =>
    findings.push(finding(code, severity, all.span, says, fix, source));
  if (all.qualifier === '+')
    ofAll(
      'plus-all',
      'critical',
      `"${shown}" allows every server in the world to send as this domain.`,
      'Write ~all or -all.',
    );
  else if (all.qualifier === '?')
    ofAll(
      'neutral-all',
      'medium',
      `"${shown}" says nothing about all other servers, as if there were no record.`,
      'Write ~all or -all once all senders are in the record.',
    );
  else if (all.qualifier === '~')
    ofAll(
      'softfail-all',
      'info',
      `"${shown}" marks mail from all other servers as suspicious; with DMARC it counts as a failure like "-all".`,
      null,
    );
  for (const term of record.terms) {
    if (term.kind === 'mechanism' && term.span[0] > all.span[0]) {
      const says = `${quoted(term.text)} stands after "${shown}", where nothing is evaluated any more.`;
      findings.push(
        finding('after-all', 'medium', term.span, says, `Move it before "${shown}", or remove it.`, source),
      );
    }
  }
  if (redirect !== null) {
    const says = `${quoted(redirect.text)} is never followed, as the record has "${shown}".`;
    findings.push(
      finding('redirect-and-all', 'medium', redirect.span, says, 'Remove one of the two.', 'RFC 7208 section 6.1'),
    );
  }
  return findings;
}

function sizeFindings({ text }: SpfRecord): RecordFinding[] {
  const findings: RecordFinding[] = [];
  const source = 'RFC 7208 section 3.4';
  if (text.length > LONG_RECORD) {
    const says = `The record has ${text.length} octets. From ${LONG_RECORD} on, answers may not fit into one packet of 512 octets, and some receivers lose them.`;
    findings.push(
      finding(
        'long-record',
        'low',
        null,
        says,
        'Move part of the terms into a record of its own, and include it.',
        source,
      ),
    );
  }
  if (text.length > LONG_STRING) {
    const says = `The record has ${text.length} octets, and one string of a TXT record holds ${LONG_STRING}: it must be entered as several strings of one record, which are read without a blank between them.`;
    findings.push(finding('several-strings', 'info', null, says, null, 'RFC 7208 section 3.3'));
  }
  return findings;
}

function ownLookups({ terms }: SpfRecord): RecordFinding[] {
  const asking = terms.filter(asksDns);
  const over = asking[spfLimits.lookups];
  if (over === undefined) return [];
  const says = `The record itself needs ${asking.length} DNS look-ups and ${spfLimits.lookups} are allowed: receivers stop at ${quoted(over.text)}.`;
  return [
    finding(
      'too-many-lookups',
      'critical',
      over.span,
      says,
      'Remove senders that are no longer used.',
      'RFC 7208 section 4.6.4',
    ),
  ];
}

function termFindings(term: SpfTerm): RecordFinding[] {
  if (term.kind === 'broken') return [];
  if (term.kind === 'modifier') {
    if (term.name !== 'exp') return [];
    const says = `${quoted(term.text)} names a text for those whose mail is rejected. Few receivers show it.`;
    return [finding('explanation', 'info', term.span, says, null, 'RFC 7208 section 6.2')];
  }
  const findings: RecordFinding[] = [];
  const shown = legible(term.text);
  if (term.name === 'ptr') {
    const says = `"${shown}" makes receivers look up the names of every client's address: slow, unreliable, and "do not use" by the standard. Some receivers ignore it.`;
    findings.push(
      finding('ptr', 'medium', term.span, says, 'List the addresses or hosts in its place.', 'RFC 7208 section 5.5'),
    );
  }
  const letters = term.domain === null ? [] : [...lettersOf(term.domain)];
  if (letters.length > 0) {
    const says = `"${shown}" has macros in it (${letters.join(', ')}): which name is asked for depends on the message.`;
    findings.push(finding('macros', 'info', term.span, says, null, 'RFC 7208 section 7'));
  } else if (term.name === 'exists') {
    const says = `"${shown}" has no macro in it, so that it matches everybody or nobody.`;
    findings.push(
      finding(
        'exists-without-macro',
        'medium',
        term.span,
        says,
        'Remove it, or put a macro such as %{i} into it.',
        'RFC 7208 section 5.7',
      ),
    );
  }
  return [...findings, ...networkFindings(term, shown)];
}

function networkFindings(term: SpfMechanism, shown: string): RecordFinding[] {
  const network = networkOf(term);
  if (network === null) return prefixFindings(term, shown);
  const findings: RecordFinding[] = [];
  const source = 'RFC 7208 section 5.6';
  const written = parseIp(term.text.replace(/^[^:]*:/, '').replace(/\/.*$/, ''));
  if (written !== null && written.value !== network.first) {
    const says = `"${shown}" is read as ${term.network}: ${formatIp(written)} is not where that range begins.`;
    findings.push(
      finding(
        'range-start',
        'info',
        term.span,
        says,
        `Write ${term.name}:${term.network}, or the address alone.`,
        source,
      ),
    );
  }
  if (privateRanges.some((range) => cidrContains(range, network))) {
    const says = `"${shown}" is a range of private or local networks, from which no mail ever reaches a receiver.`;
    findings.push(
      finding('private-range', 'low', term.span, says, 'Write the public address from which mail leaves.', source),
    );
  } else if (term.qualifier === '+' && network.prefix < WORLD_PREFIX[network.family]) {
    const says = `"${shown}" allows ${countOf(network.last - network.first + 1n)} addresses, far more than any sender has.`;
    findings.push(
      finding('world-range', 'high', term.span, says, 'Write the ranges from which mail really comes.', source),
    );
  }
  return findings;
}

function prefixFindings(term: SpfMechanism, shown: string): RecordFinding[] {
  const wide = (term.prefix4 ?? 32) < WORLD_PREFIX[4] || (term.prefix6 ?? 128) < WORLD_PREFIX[6];
  if (!wide || term.qualifier !== '+') return [];
  const says = `"${shown}" allows a range around each address that is far wider than what any sender has.`;
  return [finding('world-range', 'high', term.span, says, 'Leave the prefix length out.', 'RFC 7208 section 5.6')];
}

function duplicates({ terms }: SpfRecord): RecordFinding[] {
  const seen = new Map<string, SpfTerm>();
  const findings: RecordFinding[] = [];
  for (const term of terms) {
    if (term.kind !== 'mechanism' || term.name === 'all') continue;
    const key = term.network ?? term.text.replace(/^[+\-~?]/, '').toLowerCase();
    const first = seen.get(key);
    if (first === undefined) seen.set(key, term);
    else {
      const says = `${quoted(term.text)} says again what ${quoted(first.text)} said before it, so that it never matches anybody.`;
      findings.push(finding('duplicate-term', 'low', term.span, says, 'Remove it.', 'RFC 7208 section 4.6.2'));
    }
  }
  return findings;
}

/** A whole number with a separator for thousands; beyond a million million as a power of two. */
export function countOf(count: bigint | number): string {
  const whole = BigInt(count);
  if (whole >= 10n ** 12n) return `about 2^${whole.toString(2).length - 1}`;
  return whole.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

export function finding(
  code: string,
  severity: Severity,
  span: RecordFinding['span'],
  says: string,
  fix: string | null,
  source: string,
): RecordFinding {
  return { code, severity, span, says, fix, source };
}
