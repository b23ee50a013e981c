import { type DnsClient, normalName } from '../../dns/index.ts';
import type { RecordFinding } from '../finding.ts';
import {
  type DmarcPlaces,
  type DmarcRecordAt,
  dmarcRecords,
  isDomainName,
  placesOf,
} from '../organizational-domain/index.ts';
import { quoted } from '../quoted.ts';
import { type DmarcRecord, parseDmarc } from './parse-dmarc.ts';

/** A DMARC record that stands where nobody looks for it. */
export interface Misplaced {
  readonly name: string;
  readonly text: string;
}

/** What the DNS holds about the DMARC of a domain. */
export interface DmarcDiscovery {
  readonly domain: string;
  /** What `_dmarc` of the domain itself holds; null where the domain is no domain name. */
  readonly own: DmarcRecordAt | null;
  readonly places: DmarcPlaces;
  /** The record that receivers of RFC 9989 apply, read; null where there is none or where it could not be determined. */
  readonly record: DmarcRecord | null;
  readonly misplaced: readonly Misplaced[];
  /** About where records stand; what they say is for `lintDmarc`. */
  readonly findings: readonly RecordFinding[];
}

/**
 * Finds the DMARC record of a domain as both generations of receivers do, and where it is missing looks at the places
 * to which people put it by mistake. Asks twelve times at most.
 *
 * @param question.domain the domain of the From address, in A-labels
 */
export async function discoverDmarc({
  domain: written,
  dns,
}: {
  readonly domain: string;
  readonly dns: DnsClient;
}): Promise<DmarcDiscovery> {
  const domain = normalName(written);
  const records = dmarcRecords(dns);
  const places = await placesOf(domain, records);
  const own = isDomainName(domain) ? await records(domain) : null;
  const misplaced = own?.status === 'none' ? await findMisplaced(domain, dns) : [];
  const text = places.rfc9989.record?.record ?? null;
  return {
    domain,
    own,
    places,
    record: text === null ? null : parseDmarc(text),
    misplaced,
    findings: own === null ? [] : findingsOf(own, places, misplaced),
  };
}

/**
 * Where panels put a record whose name was typed as they did not expect it: at the domain itself, with the zone's name
 * or `_dmarc` appended twice, without the underscore.
 */
function mistakenNames(domain: string): string[] {
  return [domain, `_dmarc._dmarc.${domain}`, `_dmarc.${domain}.${domain}`, `dmarc.${domain}`];
}

async function findMisplaced(domain: string, dns: DnsClient): Promise<Misplaced[]> {
  const answers = await Promise.all(mistakenNames(domain).map((name) => dns.query(name, 'TXT')));
  return answers.flatMap(({ name, records }) =>
    records
      .map((strings) => strings.join(''))
      .filter(isMeantAsDmarc)
      .map((text) => ({ name, text })),
  );
}

/** Whether somebody meant a text as a DMARC record, however it is written. */
export function isMeantAsDmarc(text: string): boolean {
  return (
    /\bv\s*=\s*["']?DMARC\s*\d/i.test(text.slice(0, 400)) || /^\s*p\s*=\s*(?:none|quarantine|reject)\b/i.test(text)
  );
}

function findingsOf(own: DmarcRecordAt, places: DmarcPlaces, misplaced: readonly Misplaced[]): RecordFinding[] {
  const findings: RecordFinding[] = [];
  const add = (finding: Omit<RecordFinding, 'span'>): void => void findings.push({ ...finding, span: null });
  if (own.status === 'several')
    add({
      code: 'several-records',
      severity: 'critical',
      says: `${own.name} has ${own.records.length} DMARC records: ${own.records.map(quoted).join(' and ')}. Receivers ignore them all.`,
      fix: `Leave one of the ${own.records.length} records.`,
      source: 'RFC 9989 section 4.10, RFC 7489 section 6.6.3',
    });
  for (const text of own.others) {
    const meant = isMeantAsDmarc(text);
    add({
      code: meant ? 'unreadable-record' : 'unrelated-text',
      severity: meant ? (own.status === 'none' ? 'critical' : 'medium') : 'low',
      says: meant
        ? `${own.name} holds ${quoted(text)}, which is meant as a DMARC record and read as none.`
        : `${own.name} holds ${quoted(text)}, which is no DMARC record; receivers skip it.`,
      fix: meant ? 'Correct it so that it begins with v=DMARC1; and take others out.' : `Take it out of ${own.name}.`,
      source: 'RFC 9989 section 4.10',
    });
  }
  const { chain } = own.answer;
  if (chain.length > 0)
    add({
      code: own.records.length > 0 ? 'alias' : 'alias-without-record',
      severity: own.records.length > 0 ? 'info' : 'high',
      says:
        own.records.length > 0
          ? `${own.name} is an alias: the record stands at ${chain.at(-1)}, and whoever runs that can change it.`
          : `${own.name} is an alias for ${chain.at(-1)}, where ${own.status === 'undetermined' ? 'no answer came' : 'there is no DMARC record'}.`,
      fix:
        own.records.length > 0
          ? null
          : `Have the record published at ${chain.at(-1)}, or put it at ${own.name} instead of the alias.`,
      source: 'RFC 1034 section 3.6.2',
    });
  for (const { name, text } of misplaced)
    add({
      code: 'misplaced-record',
      severity: 'high',
      says: `${quoted(text)} stands at ${name}, where receivers do not look; they ask for ${own.name}.`,
      fix: `Publish the record at ${own.name} and take it out of ${name}.`,
      source: 'RFC 9989 section 4.5',
    });
  if (places.says !== null)
    add({
      code: 'standards-differ',
      severity: 'low',
      says: places.says,
      fix: agree(own, places),
      source: 'RFC 9989 appendix C.3',
    });
  return findings;
}

/** What makes both generations of receivers find the same; null where the difference is wanted. */
function agree(own: DmarcRecordAt, { rfc7489, rfc9989 }: DmarcPlaces): string | null {
  if (own.record === null) return `Publish one DMARC record at ${own.name}, so that all receivers take the same.`;
  // who writes psd=n wants to be an organisation of their own
  if (parseDmarc(own.record).psd === 'n') return null;
  const listed = rfc7489.organizationalDomain ?? own.domain;
  return listed.endsWith(`.${rfc9989.organizationalDomain}`)
    ? `Add psd=n to the record at _dmarc.${listed}: it then is an organisation of its own for all receivers.`
    : `Publish a DMARC record at _dmarc.${listed} too: all receivers then count ${own.domain} to it.`;
}
