import type { DnsAnswer } from '../../dns/index.ts';
import { cidrContains, formatIp, type IpAddress } from '../ip/index.ts';
import { quoted } from '../quoted.ts';
import { clientIp, type SpfClient, valuesOf } from './client.ts';
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
  type SpfVerdict,
  stepOf,
  stopped,
  Tally,
  tooManyServers,
  unknownAnswer,
  unmatched,
} from './evaluation.ts';
import { expandExplanation, expandName, type MacroValues } from './expand.ts';
import { explanationText } from './explanation-text.ts';
import { lettersOf, type MacroString } from './macro-string.ts';
import { isAskable, isMailDomain, isWithin } from './name.ts';
import { modifierOf, networkOf, type SpfMechanism, type SpfRecord } from './record.ts';
import { recordEnding } from './record-ending.ts';
import type { SpfNode, SpfTermNode, SpfTree } from './tree.ts';

/** The verdict for a client as the tree tells it; null where the tree was not walked for this client, or was cut off before. */
export interface SpfTreeEvaluation extends Omit<SpfEvaluation, 'verdict'> {
  readonly verdict: SpfVerdict | null;
}

/**
 * The verdict for a client, read off a tree without a further question: its terms are gone through in their order,
 * with the limits of RFC 7208. `analyseSpf` must have been given the parts of the client that macros and `ptr` need;
 * for a record without them every client can be told.
 *
 * @throws RangeError for an `ip` that is no address
 */
export function verdictOfTree(
  tree: SpfTree,
  client: SpfClient & { readonly now?: Date | undefined; readonly receiver?: string | undefined },
): SpfTreeEvaluation {
  const reader = new TreeReader(tree, client);
  let ending: Ending | null = null;
  let unknown = '';
  try {
    ending = reader.begin();
  } catch (error) {
    if (!(error instanceof NotInTree)) throw error;
    unknown = error.message;
  }
  const { tally } = reader;
  return {
    verdict: ending?.verdict ?? null,
    domain: tree.domain,
    path: ending?.path ?? [],
    decidedBy: ending?.decidedBy ?? null,
    says: ending?.says ?? unknown,
    explanation: ending?.verdict === 'fail' ? reader.explanation(ending) : null,
    lookups: tally.lookups,
    voids: tally.voids,
  };
}

/** Thrown inside alone: what would have to be known was not asked for this client. */
class NotInTree extends Error {}

class TreeReader {
  readonly tally: Tally;
  readonly #tree: SpfTree;
  readonly #ip: IpAddress;
  readonly #values: MacroValues;
  readonly #nodes = new Map<string, SpfNode>();

  constructor(tree: SpfTree, client: Parameters<typeof verdictOfTree>[1]) {
    this.#tree = tree;
    this.#ip = clientIp(client.ip);
    const values = valuesOf(client, { receiver: client.receiver ?? null, now: client.now ?? null });
    const same = tree.client.ip !== undefined && formatIp(clientIp(tree.client.ip)) === formatIp(this.#ip);
    this.#values = { ...values, validated: same ? (tree.clientNames?.validated ?? null) : null };
    this.tally = new Tally(tree.limits);
    this.#place(tree.root);
  }

  /** Records stand in the tree once, and are gone through as often as terms lead to them. */
  #place(node: SpfNode): void {
    this.#nodes.set(node.domain, node);
    for (const { child } of node.terms) if (child !== null) this.#place(child);
  }

  begin(): Ending {
    const { root, domain } = this.#tree;
    if (isMailDomain(domain)) return this.#node(root, null);
    return {
      ...unmatched(domain),
      verdict: 'none',
      says: `${quoted(domain)} is no domain that could have an SPF record: none.`,
    };
  }

  #node(node: SpfNode, from: SpfDecision | null): Ending {
    const { domain, record, terms } = node;
    if (node.status === 'cut-off')
      throw new NotInTree(`The record of ${domain} was not asked for: ${this.#tree.cutOff}`);
    const answer = { name: domain, type: 'TXT', status: node.answer } as DnsAnswer<'TXT'>;
    const over = from === null ? null : this.tally.void(answer);
    if (from !== null && over !== null) return stopped('permerror', from, over);
    const ending = recordEnding(domain, answer, node);
    if (ending !== null || record === null) return ending ?? unmatched(domain);
    for (const term of terms) {
      if (term.term.kind !== 'mechanism') continue;
      const found = this.#matches(term, term.term, stepOf(domain, record, term.term), record);
      if (found !== false) return found;
    }
    if (node.termsLeftOut > 0)
      throw new NotInTree(`The record of ${domain} was not read to its end: ${this.#tree.cutOff}`);
    return this.#redirect(node, record);
  }

  #redirect({ domain, terms }: SpfNode, record: SpfRecord): Ending {
    const node = terms.find(({ term }) => term.kind === 'modifier' && term.name === 'redirect');
    if (node?.term.kind !== 'modifier') return unmatched(domain);
    const redirect = node.term;
    const step = stepOf(domain, record, redirect);
    const over = this.tally.lookup();
    if (over !== null) return stopped('permerror', step, over);
    const target = this.#name(redirect.value, domain, step, node.target);
    return redirected(step, target, this.#leadTo(target, step));
  }

  #leadTo(target: string, step: SpfDecision): Ending {
    const node = this.#nodes.get(target);
    if (node !== undefined) return this.#node(node, step);
    throw new NotInTree(`${target} was not asked for, which ${quoted(step.term)} leads to for this client.`);
  }

  #matches(node: SpfTermNode, term: SpfMechanism, step: SpfDecision, record: SpfRecord): false | Ending {
    const ip = this.#ip;
    const match = () => matched(step, term, record);
    if (term.name === 'all') return match();
    const network = networkOf(term);
    if (network !== null) return cidrContains(network, ip) && match();
    const tooMany = this.tally.lookup();
    if (tooMany !== null) return stopped('permerror', step, tooMany);
    const target = term.domain === null ? step.domain : this.#name(term.domain, step.domain, step, node.target);
    if (term.name === 'include') return included(term, step, record, target, this.#leadTo(target, step)) ?? false;
    if (term.name === 'ptr') return this.#ptr(target, step) ?? match();
    if (term.name === 'mx') {
      if (node.mx === null) throw notAsked(step);
      const stop = this.#stopAt(node.mx, step);
      if (stop !== null) return stop;
      const { mxNames } = this.#tree.limits;
      if (node.mx.records.length > mxNames) return stopped('permerror', step, tooManyServers(node.mx, mxNames));
    }
    for (const host of node.hosts) {
      const answer = term.name === 'exists' || ip.family === 4 ? host.a : host.aaaa;
      if (answer === null) throw notAsked(step);
      // the tally counts the term's own question alone
      const stop = term.name === 'mx' ? this.#temporary(answer, step) : this.#stopAt(answer, step);
      if (stop !== null) return stop;
      const found =
        term.name === 'exists' ? answer.records.length > 0 : holdsClient(answer.records, ip, prefixFor(term, ip));
      if (found) return match();
    }
    return false;
  }

  #temporary(answer: DnsAnswer, step: SpfDecision): Ending | null {
    if (answer.status === 'over-budget') throw notAsked(step);
    return isTemporary(answer) ? stopped('temperror', step, unknownAnswer(answer)) : null;
  }

  #stopAt(answer: DnsAnswer, step: SpfDecision): Ending | null {
    const temporary = this.#temporary(answer, step);
    const over = temporary === null ? this.tally.void(answer) : null;
    return over === null ? temporary : stopped('permerror', step, over);
  }

  /** @returns null where it matches */
  #ptr(target: string, step: SpfDecision): false | Ending | null {
    const names = this.#values.validated === null ? null : this.#tree.clientNames;
    if (names === null) throw notAsked(step);
    const over = this.tally.void(names.ptr);
    if (over !== null) return stopped('permerror', step, over);
    return names.validated.some((name) => isWithin(name, target)) ? null : false;
  }

  /** @param asked the name that the walk asked for in the place of this one */
  #name(value: MacroString, domain: string, step: SpfDecision, asked: string | null): string {
    const { name, needs } = expandName(value, domain, this.#values);
    if (name === null)
      throw notAsked(step, `the macros ${needs.join(', ')} need a client that the analysis did not have`);
    // names that cannot be asked for are alike: nothing is there
    if (name !== asked && isAskable(name)) throw notAsked(step, `for this client it leads to ${name}`);
    return name;
  }

  explanation({ own }: Ending): string | null {
    const exp = own && modifierOf(own.record, 'exp');
    if (own === null || exp === null) return null;
    const found = this.#nodes.get(own.domain)?.explanation ?? null;
    const { name } = expandName(exp.value, own.domain, this.#values);
    if (found === null || found.name !== name) return null;
    const text = explanationText(found.answer.records);
    if (text === null || (lettersOf(text).has('p') && this.#values.validated === null)) return null;
    return expandExplanation(text, own.domain, this.#values);
  }
}

function notAsked(step: SpfDecision, why = 'its answer was not asked for this client'): NotInTree {
  return new NotInTree(`${quoted(step.term)} in the record of ${step.domain} cannot be told: ${why}.`);
}
