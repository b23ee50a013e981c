import type { RecordExplanation } from '../explanation.ts';
import { type AppliedPolicy, policyFor, weaker } from './applied-policy.ts';
import { explainTags } from './explain-tags.ts';
import type { DmarcPolicy, DmarcRecord } from './parse-dmarc.ts';
import { dmarcTag } from './parse-dmarc.ts';
import { canReport, type ReportUri } from './report-uri.ts';

/** What a record does, in sentences. */
export interface DmarcExplanation {
  /** In the order in which a reader needs them: what happens to mail, then to subdomains, alignment, reports. */
  readonly says: readonly string[];
  /** What each tag tells receivers. */
  readonly parts: readonly RecordExplanation[];
  /** What the two generations of receivers do differently with this record. */
  readonly differences: readonly DmarcDifference[];
}

/** One thing that the two generations of receivers take differently. */
export interface DmarcDifference {
  readonly about: 'domain' | 'subdomains' | 'non-existent-subdomains';
  readonly rfc7489: string;
  readonly rfc9989: string;
}

/**
 * Says in plain sentences what a record does to mail, as receivers of both generations take it.
 *
 * @param domain where the record stands
 */
export function explainDmarc(record: DmarcRecord, domain: string): DmarcExplanation {
  if (!record.recognised)
    return {
      says: [`Receivers do not take this text for a DMARC record, so ${domain} has no DMARC policy through it.`],
      parts: explainTags(record),
      differences: [],
    };
  const differences: DmarcDifference[] = [];
  const says: string[] = [];
  for (const { about, who, ...question } of senders(domain)) {
    const old = policyFor(record, question, 'rfc7489');
    const now = policyFor(record, question, 'rfc9989');
    const [ofOld, ofNow] = [fate(old, who), fate(now, who)];
    if (ofOld === ofNow) says.push(ofOld);
    else {
      says.push(`${ofNow} Receivers that still follow RFC 7489 act otherwise: ${lowerFirst(fate(old, who))}`);
      differences.push({ about, rfc7489: ofOld, rfc9989: ofNow });
    }
  }
  return {
    says: [...says, ...alignment(record, domain), ...suffix(record, domain), ...reports(record)],
    parts: explainTags(record),
    differences,
  };
}

function senders(
  domain: string,
): { about: DmarcDifference['about']; who: string; subdomain: boolean; exists: boolean }[] {
  return [
    { about: 'domain', who: `from ${domain}`, subdomain: false, exists: true },
    {
      about: 'subdomains',
      who: `from a subdomain of ${domain} without a record of its own`,
      subdomain: true,
      exists: true,
    },
    {
      about: 'non-existent-subdomains',
      who: `from a subdomain of ${domain} that does not exist`,
      subdomain: true,
      exists: false,
    },
  ];
}

/** What becomes of mail that fails, as a sentence. */
function fate(applied: AppliedPolicy, who: string): string {
  const mail = `Mail that says it comes ${who} and fails DMARC`;
  if (applied.how === 'ignored') return `${mail} is treated as if there were no DMARC record.`;
  if (applied.policy === null) return `${mail} is treated by a policy that could not be determined.`;
  if (applied.percent < 100)
    return `${mail} ${outcome(applied.policy)} in ${applied.percent} of 100 cases, and otherwise ${outcome(weaker(applied.policy))}.`;
  return `${mail} ${outcome(applied.policy)}.`;
}

function outcome(policy: DmarcPolicy): string {
  return policy === 'none'
    ? 'is delivered as without DMARC'
    : policy === 'quarantine'
      ? 'is treated as suspicious, which mostly means the spam folder'
      : 'is refused';
}

function alignment({ adkim, aspf }: DmarcRecord, domain: string): string[] {
  const relaxed = `a domain of the same organisation as ${domain}`;
  const strict = 'exactly the domain of the From address';
  return [
    `Mail passes where its DKIM signature is valid and of ${adkim === 'strict' ? strict : relaxed}, or where SPF passes for ${aspf === 'strict' ? strict : relaxed}.`,
  ];
}

function suffix({ psd }: DmarcRecord, domain: string): string[] {
  if (psd === 'y')
    return [
      `${domain} says that it is a public suffix: to receivers that follow RFC 9989 each domain right below it is an organisation of its own.`,
    ];
  return psd === 'n'
    ? [`${domain} says that it is an organisation of its own: receivers that follow RFC 9989 look no further up.`]
    : [];
}

function reports(record: DmarcRecord): string[] {
  const { rua, ruf, fo } = record;
  const says: string[] = [];
  const [aggregate, failure] = [list(rua), list(ruf)];
  says.push(
    aggregate === ''
      ? 'Nobody gets aggregate reports.'
      : `Receivers send a report, most of them once a day, to ${aggregate}.`,
  );
  if (dmarcTag(record, 'ruf') === undefined || failure === '') return says;
  const when: string[] = [];
  if (fo.includes('1')) when.push('SPF or DKIM did not pass for an aligned domain');
  else if (fo.includes('0')) when.push('neither SPF nor DKIM passed for an aligned domain');
  if (fo.includes('d')) when.push('a DKIM signature failed');
  if (fo.includes('s')) when.push('SPF failed');
  says.push(`The few receivers that send failure reports send them to ${failure} when ${when.join(', or ')}.`);
  return says;
}

function list(uris: readonly ReportUri[]): string {
  return uris
    .filter(canReport)
    .map(({ address }) => address)
    .join(' and ');
}

function lowerFirst(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}
