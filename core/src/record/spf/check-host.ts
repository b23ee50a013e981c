import type { DnsClient } from '../../dns/index.ts';
import { cidrContains, type IpAddress } from '../ip/index.ts';
import { AskedDns } from './asked-dns.ts';
import { clientIp, fullSender, type SpfClient, valuesOf } from './client.ts';
import {
  type Ending,
  holdsClient,
  included,
  isTemporary,
  matched,
  prefixFor,
  redirected,
  type SpfDecision,
  type SpfEvaluation,
  stepOf,
  stopped,
  Tally,
  tooManyServers,
  unknownAnswer,
  unmatched,
  withoutTerms,
} from './evaluation.ts';
import { expandExplanation, expandName, type MacroValues } from './expand.ts';
import { explanationText } from './explanation-text.ts';
import { checkedLimits, type SpfLimits, spfLimits } from './limits.ts';
import { lettersOf, type MacroString } from './macro-string.ts';
import { isMailDomain, isWithin, plainDomain } from './name.ts';
import { asksDns, modifierOf, networkOf, type SpfMechanism, type SpfRecord } from './record.ts';
import { recordEnding } from './record-ending.ts';
import { selectSpf } from './select.ts';
import { askClientNames } from './validated-names.ts';

export interface CheckHostOptions extends SpfClient {
  /** Whose record is evaluated; the domain of the sender where it is left out, of HELO where that is null. */
  readonly domain?: string | undefined;
  readonly dns: DnsClient;
  /** For the macro `t` of explanations. */
  readonly now?: Date | undefined;
  /** The name of the host that evaluates, for the macro `r` of explanations. */
  readonly receiver?: string | undefined;
  readonly limits?: Partial<SpfLimits> | undefined;
}

/** More questions than one evaluation within the limits of RFC 7208 can need: ten `mx` with ten servers each, and names. */
const MAX_QUERIES = 1000;

/**
 * Evaluates SPF for one client: check_host() of RFC 7208 section 4. Never rejects for what the DNS does.
 *
 * @throws RangeError for an `ip` that is no address, or a limit that is none
 */
export async function checkHost(options: CheckHostOptions): Promise<SpfEvaluation> {
  const limits = checkedLimits(spfLimits, options.limits);
  const sender = fullSender(options.sender, options.helo) ?? '';
  const domain = plainDomain(options.domain ?? sender.slice(sender.lastIndexOf('@') + 1));
  const values = valuesOf(options, { receiver: options.receiver ?? null, now: options.now ?? null });
  const evaluator = new Evaluator(new AskedDns(options.dns, MAX_QUERIES), clientIp(options.ip), values, limits);
  const ending = await evaluator.begin(domain);
  return {
    verdict: ending.verdict,
    domain,
    path: ending.path,
    decidedBy: ending.decidedBy,
    says: ending.says,
    explanation: ending.verdict === 'fail' ? await evaluator.explanation(ending) : null,
    lookups: evaluator.tally.lookups,
    voids: evaluator.tally.voids,
  };
}

class Evaluator {
  readonly tally: Tally;
  readonly #dns: AskedDns;
  readonly #ip: IpAddress;
  readonly #limits: SpfLimits;
  #values: MacroValues;

  constructor(dns: AskedDns, ip: IpAddress, values: MacroValues, limits: SpfLimits) {
    this.#dns = dns;
    this.#ip = ip;
    this.#values = values;
    this.#limits = limits;
    this.tally = new Tally(limits);
  }

  async begin(domain: string): Promise<Ending> {
    if (!isMailDomain(domain))
      return withoutTerms('none', `"${domain}" is no domain that could have an SPF record: none.`);
    return this.#domain(domain, null);
  }

  /** @param from the include or redirect that leads here; null at the beginning, where nothing counts */
  async #domain(domain: string, from: SpfDecision | null): Promise<Ending> {
    const answer = await this.#dns.query(domain, 'TXT');
    const over = from === null ? null : this.tally.void(answer);
    if (from !== null && over !== null) return stopped('permerror', from, over);
    const selection = selectSpf(answer.records);
    return recordEnding(domain, answer, selection) ?? this.#record(domain, selection.record as SpfRecord);
  }

  async #record(domain: string, record: SpfRecord): Promise<Ending> {
    for (const term of record.terms) {
      if (term.kind !== 'mechanism') continue;
      const step = stepOf(domain, record, term);
      const found = await this.#matches(term, step, record);
      if (found === false) continue;
      return found === true ? matched(step, term, record) : found;
    }
    const redirect = modifierOf(record, 'redirect');
    if (redirect === null) return unmatched(domain);
    const step = stepOf(domain, record, redirect);
    const over = this.tally.lookup();
    if (over !== null) return stopped('permerror', step, over);
    const target = await this.#name(redirect.value, domain);
    const ending = await this.#domain(target, step);
    return redirected(step, target, ending);
  }

  /** @returns whether the term matches, or how the evaluation ends at it */
  async #matches(term: SpfMechanism, step: SpfDecision, record: SpfRecord): Promise<boolean | Ending> {
    if (asksDns(term)) {
      const over = this.tally.lookup();
      if (over !== null) return stopped('permerror', step, over);
    }
    const ip = this.#ip;
    if (term.name === 'all') return true;
    const network = networkOf(term);
    if (network !== null) return cidrContains(network, ip);
    const target = term.domain === null ? step.domain : await this.#name(term.domain, step.domain);
    switch (term.name) {
      case 'include':
        return this.#include(term, step, record, target);
      case 'a':
        return this.#addresses(target, step, ip.family === 4 ? 'A' : 'AAAA', (found) =>
          holdsClient(found, ip, prefixFor(term, ip)),
        );
      case 'exists':
        // RFC 7208 section 5.7: A, also of a client with IPv6
        return this.#addresses(target, step, 'A', (found) => found.length > 0);
      case 'mx':
        return this.#mx(term, step, target);
      default:
        return this.#ptr(step, target);
    }
  }

  async #include(term: SpfMechanism, step: SpfDecision, record: SpfRecord, target: string): Promise<boolean | Ending> {
    return included(term, step, record, target, await this.#domain(target, step)) ?? false;
  }

  async #addresses(
    name: string,
    step: SpfDecision,
    type: 'A' | 'AAAA',
    matches: (found: readonly string[]) => boolean,
  ): Promise<boolean | Ending> {
    const answer = await this.#dns.query(name, type);
    if (isTemporary(answer)) return stopped('temperror', step, unknownAnswer(answer));
    const over = this.tally.void(answer);
    return over === null ? matches(answer.records) : stopped('permerror', step, over);
  }

  async #mx(term: SpfMechanism, step: SpfDecision, target: string): Promise<boolean | Ending> {
    const answer = await this.#dns.query(target, 'MX');
    if (isTemporary(answer)) return stopped('temperror', step, unknownAnswer(answer));
    const over = this.tally.void(answer);
    if (over !== null) return stopped('permerror', step, over);
    const { mxNames } = this.#limits;
    if (answer.records.length > mxNames) return stopped('permerror', step, tooManyServers(answer, mxNames));
    for (const { exchange } of answer.records) {
      const type = this.#ip.family === 4 ? 'A' : 'AAAA';
      const host = await this.#dns.query(exchange, type);
      if (isTemporary(host)) return stopped('temperror', step, unknownAnswer(host));
      if (holdsClient(host.records, this.#ip, prefixFor(term, this.#ip))) return true;
    }
    return false;
  }

  async #ptr(step: SpfDecision, target: string): Promise<boolean | Ending> {
    const inTarget = (name: string) => isWithin(name, target);
    const { ptr, validated } = await askClientNames(this.#dns, this.#ip, this.#limits.ptrNames, inTarget);
    const over = this.tally.void(ptr);
    return over === null ? validated.length > 0 : stopped('permerror', step, over);
  }

  async #name(value: MacroString, domain: string): Promise<string> {
    await this.#askNames(value);
    return expandName(value, domain, this.#values).name ?? '';
  }

  /** Only a record with the macro `p` has the client's names asked for. */
  async #askNames(value: MacroString): Promise<void> {
    if (this.#values.validated !== null || !lettersOf(value).has('p')) return;
    const { validated } = await askClientNames(this.#dns, this.#ip, this.#limits.ptrNames);
    this.#values = { ...this.#values, validated };
  }

  /** Whatever goes wrong with an explanation, there is none (RFC 7208 section 6.2). */
  async explanation({ own }: Ending): Promise<string | null> {
    const exp = own && modifierOf(own.record, 'exp');
    if (own === null || exp === null) return null;
    const { records } = await this.#dns.query(await this.#name(exp.value, own.domain), 'TXT');
    const text = explanationText(records);
    if (text === null) return null;
    await this.#askNames(text);
    return expandExplanation(text, own.domain, this.#values);
  }
}
