import type {
  PlacedTerm,
  SpfNode,
  SpfPlace,
  SpfStep,
  SpfTermNode,
  SpfTree,
  SpfTreeEvaluation,
} from '@whybounce/core/record';
import { grouped } from '@whybounce/web/wording';
import { paint } from '../paint.ts';
import { terminalText } from '../terminal-text.ts';
import type { Branches } from './branch.ts';
import { shownRecord } from './excerpt.ts';

/** Addresses and servers that are named beside a term. */
const MAX_NAMED = 3;
/** Lines of a tree that are drawn: a hostile one has two thousand terms, and JSON has them all. */
const MAX_LINES = 400;
/** Columns of each of the two figures. */
const FIGURE = 8;

/**
 * The tree of a domain's SPF, a term a line: which look-up it is, what it costs with all below it, what it leads to.
 *
 * @param verdict marks the term that decides, and the way to it
 */
export function spfTreeText(tree: SpfTree, marks: Branches, verdict: SpfTreeEvaluation | null): string[] {
  const drawing = new Drawing(tree, marks, verdict);
  drawing.below(tree.root, [], '');
  const left = drawing.lines.length - MAX_LINES;
  return [
    paint('dim', `${'look-up'.padStart(FIGURE)}${'costs'.padStart(FIGURE)}  ${terminalText(tree.domain)}`),
    ...drawing.lines.slice(0, MAX_LINES),
    ...(left > 0 ? [paint('dim', `  … and ${left} more lines: --format json has them`)] : []),
  ];
}

class Drawing {
  readonly lines: string[] = [];
  readonly #tree: SpfTree;
  readonly #marks: Branches;
  /** The types of question that stayed without an answer, by term. */
  readonly #voids = new Map<string, string[]>();
  readonly #over: readonly SpfStep[] | null;
  readonly #way: readonly SpfStep[];
  readonly #verdict: SpfTreeEvaluation | null;

  constructor(tree: SpfTree, marks: Branches, verdict: SpfTreeEvaluation | null) {
    this.#tree = tree;
    this.#marks = marks;
    this.#verdict = verdict;
    for (const place of tree.voids.places) {
      const key = keyOf(stepsOf(place));
      this.#voids.set(key, [...(this.#voids.get(key) ?? []), place.type]);
    }
    this.#over = tree.lookups.over === null ? null : stepsOf(tree.lookups.over);
    this.#way = verdict === null ? [] : [...verdict.path, ...(verdict.decidedBy === null ? [] : [verdict.decidedBy])];
  }

  below(node: SpfNode, above: readonly SpfStep[], before: string): void {
    const { branch, last, through, below } = this.#marks;
    const end = node.terms.length - 1;
    for (const [i, term] of node.terms.entries()) {
      const isLast = i === end && node.termsLeftOut === 0;
      const steps = [...above, { domain: node.domain, term: term.term.text, span: term.term.span }];
      this.#line(term, steps, `${before}${isLast ? last : branch}`);
      if (term.child !== null) this.below(term.child, steps, `${before}${isLast ? below : through}`);
    }
    if (node.termsLeftOut > 0)
      this.lines.push(this.#row('', '', `${before}${last}`, `${node.termsLeftOut} more terms, not read`));
  }

  #line(node: SpfTermNode, steps: readonly SpfStep[], before: string): void {
    const { cost, subtreeCost, runningTotal } = node;
    const costs = node.again !== 'loop' && subtreeCost > 0;
    // it is counted when it is met, before what it includes
    const number = cost > 0 ? String(runningTotal - subtreeCost + cost) : '';
    const beside = besideTerm(node);
    const empty = this.#voids.get(keyOf(steps)) ?? [];
    const parts = [
      shownRecord(node.term.text),
      ...(beside === '' ? [] : [paint('dim', beside)]),
      ...(empty.length === 0 ? [] : [paint('yellow', `no ${[...new Set(empty)].join(' or ')} record (void)`)]),
      ...this.#marksOf(node, steps),
    ];
    this.lines.push(this.#row(number, costs ? String(subtreeCost) : '', before, parts.join('  ')));
  }

  #marksOf(node: SpfTermNode, steps: readonly SpfStep[]): string[] {
    const { lookups } = this.#tree.limits;
    const marks: string[] = [];
    const over = this.#over;
    const red = (text: string): string => paint(['bold', 'red'], text);
    if (over !== null && isSame(steps, over))
      marks.push(red(`<== look-up ${lookups + 1} of ${lookups}: here receivers stop with permerror`));
    else if (
      over !== null &&
      node.again === 'repeated' &&
      steps.length < over.length &&
      isSame(steps, over.slice(0, steps.length))
    )
      marks.push(red(`<== in this record look-up ${lookups + 1} of ${lookups} comes: receivers stop with permerror`));
    const verdict = this.#verdict;
    if (verdict !== null && isSame(steps, this.#way))
      marks.push(paint('bold', `<== decides: ${verdict.verdict ?? 'cannot be told'}`));
    else if (verdict !== null && steps.length < this.#way.length && isSame(steps, this.#way.slice(0, steps.length)))
      marks.push(paint('bold', '<== on the way'));
    return marks;
  }

  #row(number: string, costs: string, before: string, text: string): string {
    return `${paint('dim', `${number.padStart(FIGURE)}${costs.padStart(FIGURE)}  ${before}`)}${text}`;
  }
}

function stepsOf({ path, at }: SpfPlace | PlacedTerm['place']): SpfStep[] {
  return [...path, at];
}

function keyOf(steps: readonly SpfStep[]): string {
  return steps.map(({ domain, span }) => `${domain} ${span[0]}`).join(' > ');
}

function isSame(steps: readonly SpfStep[], others: readonly SpfStep[]): boolean {
  return others.length > 0 && keyOf(steps) === keyOf(others);
}

/** What a term leads to or stands for, in few words. */
function besideTerm(node: SpfTermNode): string {
  const { term, state, again, child } = node;
  if (term.kind === 'broken')
    return term.meant === null ? 'cannot be read' : `cannot be read; ${shownRecord(term.meant)} seems to be meant`;
  if (state === 'not-reached') return 'never evaluated: "all" comes before it';
  if (again === 'loop') return 'loop: leads back to this record above, until receivers stop with permerror';
  if (again === 'repeated') return 'stands above already, and counts again';
  if (child !== null) return recordWords(child);
  if (state === 'needs-client')
    return node.needs.length > 0
      ? `depends on the message (${node.needs.map((letter) => `%{${letter}}`).join(' ')})`
      : 'depends on the client';
  if (term.kind === 'modifier')
    return term.name === 'redirect'
      ? ''
      : term.name === 'exp'
        ? 'a text for those who are refused'
        : 'not known to receivers';
  if (term.name === 'all') return `all others: ${outcomes[term.qualifier]}`;
  const covered = node.coveredBy[0];
  const more = covered === undefined ? '' : `, all of it allowed by ${shownRecord(covered.text)} before`;
  return `${hostWords(node)}${more}`;
}

const outcomes = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' } as const;

function recordWords({ domain, status, answer, record, records }: SpfNode): string {
  switch (status) {
    case 'none':
      return `${terminalText(domain)} has no SPF record: permerror`;
    case 'several':
      return `${terminalText(domain)} has ${records.length} SPF records: permerror`;
    case 'could-not-determine':
      return `could not be determined: the DNS said ${answer}`;
    case 'cut-off':
      return 'not asked any more: too many questions';
    case 'found':
      return record?.valid === false ? 'its record breaks the grammar: permerror' : '';
  }
}

function hostWords({ term, mx, hosts, size, cidrs }: SpfTermNode): string {
  if (mx !== null && mx.status !== 'found')
    return mx.status === 'no-data' || mx.status === 'no-domain'
      ? ''
      : `could not be determined: the DNS said ${mx.status}`;
  const failed = hosts.flatMap(({ a, aaaa }) => [a, aaaa]).find((answer) => answer !== null && isOpen(answer.status));
  if (failed != null) return `could not be determined: the DNS said ${failed.status} of ${terminalText(failed.name)}`;
  if (term.kind === 'mechanism' && (term.name === 'ip4' || term.name === 'ip6')) return sizeWords(size);
  const named = cidrs.slice(0, MAX_NAMED).join(', ');
  return cidrs.length > MAX_NAMED ? `${named} and ${cidrs.length - MAX_NAMED} more` : named;
}

function isOpen(status: string): boolean {
  return !['found', 'no-data', 'no-domain', 'invalid-name'].includes(status);
}

/** How many addresses, where it is more than one. */
export function sizeWords(size: SpfTermNode['size']): string {
  if (size === null) return '';
  const { ipv4Addresses, ipv6Networks } = size;
  return [
    ...(ipv4Addresses > 1 ? [`${grouped(ipv4Addresses)} addresses`] : []),
    ...(ipv6Networks > 1 ? [`${grouped(ipv6Networks)} IPv6 networks`] : []),
  ].join(', ');
}
