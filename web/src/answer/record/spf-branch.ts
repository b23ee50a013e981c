import {
  explainSpf,
  type SpfNode,
  type SpfNodeStatus,
  type SpfPlace,
  type SpfSize,
  type SpfStep,
  type SpfTermNode,
  type SpfVoid,
} from '@whybounce/core/record';
import type { SpfCheck } from './spf-check.ts';
import { senderBehind } from './spf-senders.ts';

/** One record of the tree, as it is drawn. */
export interface SpfBranch {
  readonly domain: string;
  readonly status: SpfNodeStatus;
  /** The records as they are written; more than one where there are several. */
  readonly texts: readonly string[];
  readonly isValid: boolean;
  readonly rows: readonly SpfRow[];
  /** Terms that are not shown, as there are too many. */
  readonly leftOut: number;
}

/** One term of the tree, as it is drawn. */
export interface SpfRow {
  /** The id of its element. */
  readonly id: string;
  readonly term: string;
  /** What it says to receivers; null where the record above does not take it over. */
  readonly says: string | null;
  /** Who is known by its include; null where nobody is. */
  readonly sender: string | null;
  readonly state: SpfTermNode['state'];
  /** Whether it costs look-ups. */
  readonly cost: number;
  readonly subtreeCost: number;
  readonly runningTotal: number;
  /** Where the limit breaks: with this term, in what it leads to and that stands elsewhere, or before it. */
  readonly over: 'here' | 'inside' | 'before' | null;
  readonly voids: readonly SpfVoid[];
  /** The record that it leads to stands elsewhere; the id of the row that leads there, null for the root. */
  readonly again: { readonly kind: 'loop' | 'repeated'; readonly domain: string; readonly row: string | null } | null;
  readonly coveredBy: readonly string[];
  readonly size: SpfSize | null;
  readonly cidrs: readonly string[];
  /** For the client that was asked for. */
  readonly verdict: 'decides' | 'leads' | null;
  /** Whether it is a plain range, which may be shown together with others. */
  readonly isPlainRange: boolean;
  readonly child: SpfBranch | null;
}

/** Rows of a page: a hostile record has thousands of terms, and nobody reads them. */
const MAX_ROWS = 600;

/** The tree of a check as rows. */
export function spfBranch(check: SpfCheck): SpfBranch {
  return new Drawing(check).branch(check.tree.root, []);
}

/** The row at which the limit of look-ups breaks; null where none does, or it is not shown. */
export function rowOver({ rows }: SpfBranch): SpfRow | null {
  for (const row of rows) {
    const found = row.over === 'here' || row.over === 'inside' ? row : row.child === null ? null : rowOver(row.child);
    if (found !== null) return found;
  }
  return null;
}

class Drawing {
  readonly #check: SpfCheck;
  readonly #over: string | null;
  readonly #overChain: readonly string[];
  readonly #voids: ReadonlyMap<string, readonly SpfVoid[]>;
  readonly #deciding: readonly string[];
  /** The row under which each domain stands. */
  readonly #rowOf = new Map<string, string | null>();
  #rows = 0;

  constructor(check: SpfCheck) {
    const { tree, judged } = check;
    this.#check = check;
    this.#overChain = tree.lookups.over === null ? [] : chainOf(tree.lookups.over);
    this.#over = this.#overChain.at(-1) ?? null;
    this.#voids = Map.groupBy(tree.voids.places, (place) => chainOf(place).join(' '));
    const evaluation = judged?.evaluation;
    this.#deciding = evaluation?.decidedBy == null ? [] : [...evaluation.path.map(keyOf), keyOf(evaluation.decidedBy)];
    this.#place(tree.root, null, []);
  }

  /** Ids are given before anything is drawn: a row may point to one that comes after it. */
  #place(node: SpfNode, row: string | null, path: readonly number[]): void {
    this.#rowOf.set(node.domain, row);
    for (const [index, { child }] of node.terms.entries())
      if (child !== null) this.#place(child, idOf([...path, index]), [...path, index]);
  }

  branch(node: SpfNode, chain: readonly SpfStep[], path: readonly number[] = []): SpfBranch {
    const { domain, status, record, records, terms, termsLeftOut } = node;
    const says = record === null ? new Map() : saysOf(node, chain.length > 0);
    const rows: SpfRow[] = [];
    for (const [index, term] of terms.entries()) {
      if (this.#rows >= MAX_ROWS) break;
      this.#rows++;
      rows.push(this.#row(node, term, chain, [...path, index], says.get(term.term.span[0]) ?? null));
    }
    return {
      domain,
      status,
      texts: records.map(({ text }) => text),
      isValid: record?.valid ?? true,
      rows,
      leftOut: terms.length - rows.length + termsLeftOut,
    };
  }

  #row(
    node: SpfNode,
    own: SpfTermNode,
    chain: readonly SpfStep[],
    path: readonly number[],
    says: string | null,
  ): SpfRow {
    const { term, state, target, cost, subtreeCost, runningTotal, coveredBy, size, cidrs, child, again } = own;
    const step: SpfStep = { domain: node.domain, term: term.text, span: term.span };
    const here = [...chain, step];
    const keys = here.map(keyOf);
    const isInclude = term.kind === 'mechanism' && term.name === 'include';
    const voids = this.#voids.get(keys.join(' ')) ?? [];
    const over = this.#overOf(keys, own);
    const verdict = this.#verdictOf(keys);
    return {
      id: idOf(path),
      term: term.text,
      // what a record leads to is drawn below it
      says: child === null && again === null ? says : null,
      sender: isInclude && target !== null ? senderBehind(target) : null,
      state,
      cost,
      subtreeCost,
      runningTotal,
      over,
      voids,
      again:
        again === null || target === null
          ? null
          : { kind: again, domain: target, row: this.#rowOf.get(target) ?? null },
      coveredBy: coveredBy.map(({ text }) => text),
      size,
      cidrs,
      verdict,
      isPlainRange:
        term.kind === 'mechanism' &&
        term.network !== null &&
        coveredBy.length === 0 &&
        verdict === null &&
        over === null,
      child: child === null ? null : this.branch(child, here, path),
    };
  }

  #overOf(keys: readonly string[], { cost, child, runningTotal, subtreeCost }: SpfTermNode): SpfRow['over'] {
    if (this.#over === null) return null;
    const begins = keys.every((key, index) => key === this.#overChain[index]);
    if (begins && keys.length === this.#overChain.length) return 'here';
    if (begins && child === null) return 'inside';
    const { lookups } = this.#check.tree.limits;
    return cost > 0 && runningTotal - subtreeCost >= lookups ? 'before' : null;
  }

  #verdictOf(keys: readonly string[]): SpfRow['verdict'] {
    const last = this.#deciding.length - 1;
    // a record that two terms lead to is drawn below the first of them alone
    const at = this.#deciding.indexOf(keys.at(-1) ?? '');
    if (at < 0 || !keys.every((key) => this.#deciding.includes(key))) return null;
    return at === last ? 'decides' : 'leads';
  }
}

function chainOf({ path, at }: SpfPlace): string[] {
  return [...path, at].map(keyOf);
}

function keyOf({ domain, span }: SpfStep): string {
  return `${domain}@${span[0]}`;
}

function idOf(path: readonly number[]): string {
  return `spf-${path.map((index) => index + 1).join('-')}`;
}

/**
 * What each term says, by where it begins. Of an included record `pass` alone counts (RFC 7208 section 5.2): what its
 * other terms say of mail is not what happens.
 */
function saysOf({ record, domain }: SpfNode, isIncluded: boolean): ReadonlyMap<number, string> {
  if (record === null) return new Map();
  const passing = new Set(
    record.terms.flatMap((term) => (term.kind === 'mechanism' && term.qualifier !== '+' ? [] : [term.span[0]])),
  );
  return new Map(
    explainSpf(record, domain)
      .parts.filter(({ span }) => !isIncluded || passing.has(span[0]))
      .map(({ span, says }) => [span[0], says]),
  );
}
