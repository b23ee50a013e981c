import { isVoid, type SpfStep } from './evaluation.ts';
import { asksDns, type SpfTerm } from './record.ts';
import type { SpfPlace, SpfVoid } from './tree.ts';
import type { Visited, VisitedTerm, Walked } from './walk.ts';

/** What an evaluation in which nothing matches costs. */
export interface Weight {
  readonly lookups: number;
  readonly dualStack: number;
  readonly ipv4: number;
  readonly ipv6: number;
}

export const noWeight: Weight = { lookups: 0, dualStack: 0, ipv4: 0, ipv6: 0 };

/** Records that include the next one twice each double the total at every step: beyond this, more tells nothing. */
const MAX_COUNT = 1_000_000;

export function plus(a: Weight, b: Weight): Weight {
  return {
    lookups: Math.min(a.lookups + b.lookups, MAX_COUNT),
    dualStack: Math.min(a.dualStack + b.dualStack, MAX_COUNT),
    ipv4: Math.min(a.ipv4 + b.ipv4, MAX_COUNT),
    ipv6: Math.min(a.ipv6 + b.ipv6, MAX_COUNT),
  };
}

/** The terms of a record as they are evaluated: mechanisms in their order, then `redirect`; without those that are never reached. */
export function evaluated({ terms }: Pick<Visited, 'terms'>): readonly VisitedTerm[] {
  const isInOrder = (term: VisitedTerm, at: number) =>
    term.state !== 'not-reached' && (term.term.kind !== 'modifier' || at === terms.length - 1);
  if (terms.every(isInOrder)) return terms;
  const reached = terms.filter(({ state }) => state !== 'not-reached');
  const isModifier = ({ term }: VisitedTerm) => term.kind === 'modifier';
  return [...reached.filter((term) => !isModifier(term)), ...reached.filter(isModifier)];
}

/** The domain of the record that a term leads to; null where it leads to none. */
export function leadsTo({ term, state, target }: VisitedTerm): string | null {
  if (state !== 'asked') return null;
  return term.kind === 'modifier' || (term.kind === 'mechanism' && term.name === 'include') ? target : null;
}

/** Weighs whole records with all that they include, each once. A loop counts once around. */
export class Scales {
  readonly #walked: Walked;
  readonly #known = new Map<string, Weight>();
  readonly #open = new Set<string>();

  constructor(walked: Walked) {
    this.#walked = walked;
  }

  record(domain: string): Weight {
    const known = this.#known.get(domain);
    const visited = this.#walked.visited.get(domain);
    if (known !== undefined || visited === undefined || this.#open.has(domain)) return known ?? noWeight;
    this.#open.add(domain);
    let sum = noWeight;
    for (const term of evaluated(visited)) if (asksDns(term.term)) sum = plus(sum, this.subtree(term));
    this.#open.delete(domain);
    this.#known.set(domain, sum);
    return sum;
  }

  subtree(term: VisitedTerm): Weight {
    if (!asksDns(term.term)) return noWeight;
    const child = leadsTo(term);
    return child === null ? this.own(term) : plus(this.own(term), this.record(child));
  }

  /** One look-up of every term that asks; what was void of it by its own questions alone, not those for mail servers. */
  own(visited: VisitedTerm): Weight {
    if (visited.state === 'not-reached' || !asksDns(visited.term)) return noWeight;
    const types = voidTypes(visited, this.#walked);
    const has = (type: SpfVoid['type']) => (types.includes(type) ? 1 : 0);
    const common = has('TXT') + has('MX') + has('PTR');
    const exists = visited.term.kind === 'mechanism' && visited.term.name === 'exists';
    return {
      lookups: 1,
      dualStack: types.length,
      ipv4: common + has('A'),
      ipv6: common + (exists ? has('A') : has('AAAA')),
    };
  }
}

/** The questions of a term itself that had no answer. */
export function voidTypes(visited: VisitedTerm, walked: Walked): SpfVoid['type'][] {
  const { term, state, mx, hosts } = visited;
  if (state !== 'asked') return [];
  const child = leadsTo(visited);
  if (child !== null) {
    const answer = walked.visited.get(child)?.answer;
    return answer !== undefined && isVoid(answer) ? ['TXT'] : [];
  }
  if (mx !== null) return isVoid(mx) ? ['MX'] : [];
  if (term.kind === 'mechanism' && term.name === 'ptr')
    return walked.clientNames !== null && isVoid(walked.clientNames.ptr) ? ['PTR'] : [];
  return hosts.flatMap(({ a, aaaa }) => [
    ...(isVoid(a) ? (['A'] as const) : []),
    ...(aaaa !== null && isVoid(aaaa) ? (['AAAA'] as const) : []),
  ]);
}

/**
 * The term with which an evaluation in which nothing matches exceeds the limit of look-ups, loops gone through again
 * and again as an evaluator does; null where it keeps to the limit.
 */
export function overLimit(walked: Walked, domain: string, limit: number): SpfPlace | null {
  let lookups = 0;
  const from = (name: string, path: readonly SpfStep[]): SpfPlace | null => {
    const visited = walked.visited.get(name);
    if (visited === undefined) return null;
    for (const term of evaluated(visited)) {
      if (!asksDns(term.term)) continue;
      const at = stepTo(name, term.term);
      lookups += 1;
      if (lookups > limit) return { path, at };
      const child = leadsTo(term);
      const over = child === null ? null : from(child, [...path, at]);
      if (over !== null) return over;
    }
    return null;
  };
  return from(domain, []);
}

export function stepTo(domain: string, term: SpfTerm): SpfStep {
  return { domain, term: term.text, span: term.span };
}
