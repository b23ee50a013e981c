import type { IpRange } from '../ip/index.ts';
import { quoted } from '../quoted.ts';
import { Reach, type TermReach } from './authorise.ts';
import { lettersOf } from './macro-string.ts';
import { bare } from './pieces.ts';
import { modifierOf, type Qualifier, type SpfMechanism, type SpfTerm } from './record.ts';
import type { SpfNode, SpfTermNode, SpfTree } from './tree.ts';
import { nodesOf } from './tree-terms.ts';
import type { WatchedName } from './watched-name.ts';
import { evaluated, leadsTo } from './weigh.ts';

interface Flat {
  readonly qualifier: Qualifier;
  /** Whether it stands at the record's end: `all` and modifiers. */
  readonly end: boolean;
  /** The term of the domain's own record that it came of. */
  readonly from: SpfTerm;
}

/** A term of the flattened record: one that stays, or the ranges in its place. */
export type FlatTerm =
  | (Flat & { readonly kind: 'kept'; readonly text: string; readonly cost: number; readonly include: string | null })
  | (Flat & { readonly kind: 'ranges'; readonly ranges: readonly IpRange[] });

/** What a domain's record consists of once includes and redirects are replaced by ranges, in the order of evaluation. */
export function flatTerms(
  tree: SpfTree,
  keep: ReadonlySet<string>,
  hosts: boolean,
): { terms: FlatTerm[]; watch: WatchedName[]; stays: string[] } {
  const nodes = new Map(nodesOf(tree).map((node) => [node.domain, node]));
  const flattening = new Flattening(nodes, new Reach(nodes, tree.limits.mxNames), keep, hosts);
  flattening.add(tree.root, null);
  const { terms, stays, watch } = flattening;
  const isAll = (term: FlatTerm) => term.kind === 'kept' && /^[+\-~?]?all$/i.test(term.text);
  // what stands there a second time matches nobody
  const seen = new Set<string>();
  const once = terms.filter((term) => {
    if (term.kind !== 'kept') return true;
    const key = bare(term.text);
    const known = seen.has(key);
    seen.add(key);
    return !known;
  });
  const inOrder = [...once.filter((term) => !isAll(term)), ...once.filter(isAll)];
  return { terms: inOrder, watch: [...watch.values()], stays };
}

/** Where a term of the flattened record comes from, and the qualifier that it gets there; null for its own. */
interface Origin {
  readonly from: SpfTerm;
  readonly as: Qualifier | null;
}

class Flattening {
  readonly terms: FlatTerm[] = [];
  readonly stays: string[] = [];
  readonly watch = new Map<string, WatchedName>();
  readonly #nodes: ReadonlyMap<string, SpfNode>;
  readonly #reach: Reach;
  readonly #keep: ReadonlySet<string>;
  readonly #hosts: boolean;

  constructor(nodes: ReadonlyMap<string, SpfNode>, reach: Reach, keep: ReadonlySet<string>, hosts: boolean) {
    this.#nodes = nodes;
    this.#reach = reach;
    this.#keep = keep;
    this.#hosts = hosts;
  }

  /** @param from the redirect of the own record that led here; null for the own record */
  add(node: SpfNode, from: SpfTerm | null): void {
    const reach = this.#reach.record(node.domain);
    for (const [place, term] of (evaluated(node) as SpfTermNode[]).entries()) {
      const origin = from ?? term.term;
      if (term.term.kind === 'mechanism')
        this.#mechanism(term, term.term, reach.terms[place], node, { from: origin, as: null });
      else if (term.term.kind === 'modifier' && term.term.name === 'redirect') this.#redirect(term, node, origin);
      else if (term.term.kind === 'modifier' && from === null) this.#stay(term, term.term.text, '+', origin, true);
    }
  }

  #mechanism(
    node: SpfTermNode,
    term: SpfMechanism,
    own: TermReach | undefined,
    record: SpfNode,
    { from, as }: Origin,
  ): void {
    const qualifier = as ?? term.qualifier;
    const isHost = term.name === 'a' || term.name === 'mx';
    const wanted =
      term.network !== null ||
      (term.name === 'include' && !this.#keep.has(node.target ?? '')) ||
      (isHost && (this.#hosts || from !== term));
    if (wanted && own?.exact === true && own.set !== null) {
      this.terms.push({ kind: 'ranges', qualifier, end: false, from, ranges: own.set.ranges });
      this.#watch(node);
      return;
    }
    if (wanted && term.name === 'include') {
      const target = leadsTo(node);
      const child = target === null ? undefined : this.#nodes.get(target);
      if (child !== undefined && node.again !== 'loop' && isInlinable(child)) {
        this.#inline(child, { from, as: qualifier });
        return;
      }
      this.stays.push(
        `${quoted(term.text)} stays as it is: what it allows depends on the message, is missing, or is in error.`,
      );
    }
    const text =
      as === null ? explicit(term, record.domain, from) : requalified(explicit(term, record.domain, from), as);
    this.#stay(node, text, qualifier, from, term.name === 'all');
  }

  /** An include of nothing but what passes is the same as its terms, of which some may stay and the others become ranges. */
  #inline(child: SpfNode, origin: Origin): void {
    this.watch.set(`TXT ${child.domain}`, { name: child.domain, type: 'TXT' });
    const reach = this.#reach.record(child.domain);
    for (const [place, node] of (evaluated(child) as SpfTermNode[]).entries()) {
      if (node.term.kind !== 'mechanism') continue;
      if (node.term.name !== 'all') this.#mechanism(node, node.term, reach.terms[place], child, origin);
    }
  }

  #redirect(node: SpfTermNode, record: SpfNode, from: SpfTerm): void {
    const target = leadsTo(node);
    const child = target === null ? undefined : this.#nodes.get(target);
    if (child !== undefined && this.#keep.has(child.domain)) {
      this.#stay(node, node.term.text, '+', from, true);
      return;
    }
    const why = child === undefined ? null : whyRedirectStays(record, child);
    if (child === undefined || why !== null || node.again === 'loop') {
      this.stays.push(`${quoted(node.term.text)} stays as it is: ${why ?? 'its record could not be read to its end'}.`);
      this.#stay(node, node.term.text, '+', from, true);
      return;
    }
    this.watch.set(`TXT ${child.domain}`, { name: child.domain, type: 'TXT' });
    this.add(child, from);
  }

  #stay(node: SpfTermNode, text: string, qualifier: Qualifier, from: SpfTerm, end: boolean): void {
    const include = node.term.kind === 'mechanism' && node.term.name === 'include' ? node.target : null;
    this.terms.push({ kind: 'kept', text, qualifier, end, from, cost: node.subtreeCost, include });
  }

  /** The names whose records the ranges of a term come from, with all that it leads to. */
  #watch(node: SpfTermNode): void {
    const add = (name: string, type: WatchedName['type']) => this.watch.set(`${type} ${name}`, { name, type });
    if (node.mx !== null) add(node.mx.name, 'MX');
    for (const { a, aaaa } of node.hosts) {
      if (a.records.length > 0) add(a.name, 'A');
      if (aaaa !== null && aaaa.records.length > 0) add(aaaa.name, 'AAAA');
    }
    const target = leadsTo(node);
    const record = target === null ? undefined : this.#nodes.get(target);
    if (record === undefined || this.watch.has(`TXT ${record.domain}`)) return;
    add(record.domain, 'TXT');
    for (const term of evaluated(record) as SpfTermNode[]) this.#watch(term);
  }
}

/** Whether an include of a record is the same as its terms one by one: all of them pass, and none is named after the record. */
function isInlinable({ record, terms, termsLeftOut }: SpfNode): boolean {
  if (record?.valid !== true || termsLeftOut > 0) return false;
  return terms.every(({ term, state }) => {
    if (state === 'not-reached') return true;
    if (term.kind !== 'mechanism') return term.kind === 'modifier' && term.name !== 'redirect';
    if (term.name === 'all') return term.qualifier !== '+';
    return term.qualifier === '+' && (term.domain === null || !lettersOf(term.domain).has('d'));
  });
}

function requalified(text: string, qualifier: Qualifier): string {
  return `${qualifier === '+' ? '' : qualifier}${text.replace(/^[+\-~?]/, '')}`;
}

/** Why another record's terms cannot stand in the place of the redirect to it; null where they can. */
function whyRedirectStays({ record }: SpfNode, child: SpfNode): string | null {
  if (child.record?.valid !== true || child.termsLeftOut > 0) return 'its record could not be read to its end';
  // a text for the rejected, or a name made of the record's own, would change its sense in another record
  if ([record, child.record].some((each) => each !== null && modifierOf(each, 'exp') !== null))
    return 'an explanation (exp) goes with it';
  const macros = child.terms.some(({ term }) => term.kind === 'mechanism' && term.domain?.text.includes('%{') === true);
  return macros ? 'its record has macros' : null;
}

/** A term as it stands in the own record: what means the domain of another record names it there. */
function explicit(term: SpfMechanism, domain: string, from: SpfTerm): string {
  if (from === term || term.domain !== null || !['a', 'mx', 'ptr'].includes(term.name)) return term.text;
  return term.text.replace(/^([+\-~?]?[a-z]+)/i, `$1:${domain}`);
}
