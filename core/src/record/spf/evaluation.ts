import type { DnsAnswer } from '../../dns/index.ts';
import { bitsOf, type IpAddress, parseIp } from '../ip/index.ts';
import { quoted } from '../quoted.ts';
import type { Span } from '../span.ts';
import type { SpfLimits } from './limits.ts';
import type { Qualifier, SpfMechanism, SpfRecord, SpfTerm } from './record.ts';

/** The results of check_host(), in the words of RFC 8601 section 2.7.2. */
export type SpfVerdict = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror';

/** A term of a record. */
export interface SpfStep {
  /** Whose record it is in. */
  readonly domain: string;
  readonly term: string;
  /** Where the term stands in the record. */
  readonly span: Span;
}

/** A term on the way to a verdict, with the record in which it stands. */
export interface SpfDecision extends SpfStep {
  readonly record: string;
}

/** What came of evaluating a domain's SPF for one client. */
export interface SpfEvaluation {
  readonly verdict: SpfVerdict;
  /** The domain whose record was evaluated first. */
  readonly domain: string;
  /** The includes and redirects that led to the record in which it was decided, outermost first. */
  readonly path: readonly SpfDecision[];
  /** The term that decided, or at which an error arose; null where none did. */
  readonly decidedBy: SpfDecision | null;
  /** Why, as a sentence. */
  readonly says: string;
  /** What the domain says to those it rejects (RFC 7208 section 6.2): third-party text; null where it says nothing. */
  readonly explanation: string | null;
  /** Terms that asked the DNS: ten are allowed. */
  readonly lookups: number;
  /** Of those, terms whose question had no answer: two are allowed. */
  readonly voids: number;
}

export const verdictOf: Readonly<Record<Qualifier, SpfVerdict>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
};

/** How evaluating one record ended. */
export interface Ending {
  readonly verdict: SpfVerdict;
  readonly path: readonly SpfDecision[];
  readonly decidedBy: SpfDecision | null;
  readonly says: string;
  /** Of a `fail` by a record's own term: the record, and its domain, whose `exp` speaks. */
  readonly own: { readonly domain: string; readonly record: SpfRecord } | null;
}

/** What one evaluation has cost so far. */
export class Tally {
  lookups = 0;
  voids = 0;
  readonly #limits: SpfLimits;

  constructor(limits: SpfLimits) {
    this.#limits = limits;
  }

  /** Counts a term that asks; says what is wrong where that is one too many. */
  lookup(): string | null {
    this.lookups += 1;
    const { lookups } = this.#limits;
    return this.lookups > lookups ? `it is DNS look-up number ${this.lookups}, and ${lookups} are allowed` : null;
  }

  /**
   * Counts a term whose own question had no answer. RFC 7208 section 4.6.4 speaks of terms: names of mail servers
   * and of the client's address that lead nowhere count neither twice nor at all.
   */
  void(answer: DnsAnswer): string | null {
    if (!isVoid(answer)) return null;
    this.voids += 1;
    const { voids } = this.#limits;
    return this.voids > voids ? `it is void look-up number ${this.voids}, and ${voids} are allowed` : null;
  }
}

/** Whether a question was answered, by nothing (RFC 7208 section 4.6.4). */
export function isVoid(answer: DnsAnswer): boolean {
  return answer.status === 'no-data' || answer.status === 'no-domain';
}

/** Whether it is not known what there is; a name that cannot exist is known to have nothing. */
export function isTemporary(answer: DnsAnswer): boolean {
  return answer.status !== 'found' && answer.status !== 'invalid-name' && !isVoid(answer);
}

/** Whether one of the addresses shares the first bits with the client's. */
export function holdsClient(addresses: readonly string[], ip: IpAddress, prefix: number | null): boolean {
  const rest = BigInt(bitsOf(ip.family) - (prefix ?? bitsOf(ip.family)));
  return addresses.some((text) => {
    const address = parseIp(text);
    return address !== null && address.family === ip.family && (address.value ^ ip.value) >> rest === 0n;
  });
}

/** The prefix of `a` and `mx` that goes for a client. */
export function prefixFor(term: SpfMechanism, ip: IpAddress): number | null {
  return ip.family === 4 ? term.prefix4 : term.prefix6;
}

export function stepOf(domain: string, record: SpfRecord, term: SpfTerm): SpfDecision {
  return { domain, record: record.text, term: term.text, span: term.span };
}

/** How a term that could not be evaluated ends everything. */
export function stopped(verdict: 'permerror' | 'temperror', step: SpfDecision, why: string): Ending {
  const says = `${quoted(step.term)} in the record of ${step.domain} cannot be evaluated: ${why}.`;
  return { verdict, path: [], decidedBy: step, says, own: null };
}

/** How a term that matched ends everything. */
export function matched(step: SpfDecision, term: SpfMechanism, record: SpfRecord): Ending {
  const verdict = verdictOf[term.qualifier];
  const says = `${quoted(term.text)} in the record of ${step.domain} matches: ${verdict}.`;
  return { verdict, path: [], decidedBy: step, says, own: { domain: step.domain, record } };
}

/**
 * What an included record's ending means to the record that includes it (RFC 7208 section 5.2); null where the
 * evaluation goes on with the next term.
 */
export function included(
  term: SpfMechanism,
  step: SpfDecision,
  record: SpfRecord,
  target: string,
  ending: Ending,
): Ending | null {
  if (ending.verdict === 'none') return stopped('permerror', step, noRecord(target));
  if (ending.verdict === 'permerror' || ending.verdict === 'temperror') return within(step, ending);
  if (ending.verdict !== 'pass') return null;
  const verdict = verdictOf[term.qualifier];
  const says = verdict === 'pass' ? ending.says : matched(step, term, record).says;
  return { ...within(step, ending), verdict, says, own: { domain: step.domain, record } };
}

/** What the ending of the record that `redirect` leads to means (RFC 7208 section 6.1). */
export function redirected(step: SpfDecision, target: string, ending: Ending): Ending {
  return ending.verdict === 'none' ? stopped('permerror', step, noRecord(target)) : within(step, ending);
}

function noRecord(target: string): string {
  return `${target === '' ? 'its name' : target} has no SPF record`;
}

export function unknownAnswer({ type, name, status }: DnsAnswer): string {
  return `the ${type} records of ${name} could not be had (${status})`;
}

export function tooManyServers({ name, records }: DnsAnswer<'MX'>, limit: number): string {
  return `${name} has ${records.length} MX records, and ${limit} are allowed`;
}

/** How it ends where no term matches (RFC 7208 section 4.7). */
export function unmatched(domain: string): Ending {
  const says = `No term in the record of ${domain} matches, and it has neither "all" nor "redirect": neutral.`;
  return { verdict: 'neutral', path: [], decidedBy: null, says, own: null };
}

/** The same, told from the record that led there. */
function within(step: SpfDecision, ending: Ending): Ending {
  return { ...ending, path: [step, ...ending.path] };
}

/** How evaluating ends before any term: no record, several, none that can be read. */
export function withoutTerms(verdict: 'none' | 'permerror' | 'temperror', says: string): Ending {
  return { verdict, path: [], decidedBy: null, says, own: null };
}
