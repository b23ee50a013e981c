import type { RecordChange } from '../finding.ts';
import { formatCidr, type IpRange, IpSet, IpSetBuilder } from '../ip/index.ts';
import { type FlatTerm, flatTerms } from './flat-terms.ts';
import { spfLimits } from './limits.ts';
import { LONG_RECORD } from './lint-record.ts';
import { plainDomain } from './name.ts';
import { parseSpf } from './parse.ts';
import type { Qualifier } from './record.ts';
import type { SpfTree } from './tree.ts';
import type { WatchedName } from './watched-name.ts';
import { changed, kept, leftOf, removed } from './written.ts';

export interface FlattenSpfOptions {
  /** Domains whose includes stay: those that change often, or belong to the same owner. */
  readonly keep?: readonly string[] | undefined;
  /** Whether `a` and `mx` of the domain's own record become addresses too; they stay where this is left out. */
  readonly hosts?: boolean | undefined;
}

/** A record without includes, in as many parts as it needs. */
export interface FlattenedSpf {
  /** The domain's own record first, then those of `_spf1.` and so on that it includes; empty where it has no record that can be read. */
  readonly records: readonly { readonly name: string; readonly text: string }[];
  readonly changes: readonly RecordChange[];
  /** DNS look-ups of an evaluation in which nothing matches. */
  readonly lookups: { readonly before: number; readonly after: number };
  readonly watch: readonly WatchedName[];
  /** What is to be known and done, as sentences. */
  readonly left: readonly string[];
}

/** Octets of a part where so many parts would need too many look-ups: what answers of 1232 octets leave room for. */
const LONGER_PART = 1000;
/** Parts that a hostile tree may make. */
const MAX_PARTS = 100;
/** Names that a sentence lists. */
const MAX_NAMED = 8;

/**
 * Replaces includes and redirects by the ranges that they stand for today, each range once, in records of 450 octets.
 * What depends on the message (`exists`, `ptr`, macros), is missing or in error stays as it is. An include carries over
 * what gets `pass` in its record, as in RFC 7208 section 5.2. Every verdict stays as it was, while nobody changes a range.
 *
 * @param tree of `analyseSpf`, walked to its end
 */
export function flattenSpf(tree: SpfTree, { keep = [], hosts = false }: FlattenSpfOptions = {}): FlattenedSpf {
  const before = tree.lookups.total;
  if (tree.root.record?.valid !== true) {
    const why =
      tree.root.status === 'found' ? 'breaks the grammar: write it anew first' : 'is not there, or not the only one';
    const left = [`The SPF record of ${tree.domain} ${why}.`];
    return { records: [], changes: [], lookups: { before, after: before }, watch: [], left };
  }
  const { terms, watch, stays } = flatTerms(tree, new Set(keep.map(plainDomain)), hosts);
  const runs = runsOf(terms);
  const own = terms.flatMap((term) => (term.kind === 'kept' && term.include !== null ? [term.include] : []));
  let layout = layOut(tree.domain, runs, LONG_RECORD, own);
  if (layout.lookups > Math.min(before, spfLimits.lookups)) layout = layOut(tree.domain, runs, LONGER_PART, own);
  if (layout.lookups > before) {
    // everybody but a few, as ranges, is a hundred of them
    const left = [
      `Written as ranges, the record would need ${layout.lookups} DNS look-ups in the place of ${before}: it stays as it is.`,
    ];
    const { text, terms } = tree.root.record;
    const changes = terms.map((term) => kept(term.text));
    return { records: [{ name: tree.domain, text }], changes, lookups: { before, after: before }, watch: [], left };
  }
  const [main] = layout.records;
  const changes = changesOf(tree, terms, runs);
  return {
    records: layout.records,
    changes,
    lookups: { before, after: layout.lookups },
    watch,
    left: [
      ...stays,
      ...warnings(tree, watch, layout.lookups),
      ...(main === undefined ? [] : leftOf(parseSpf(main.text))),
    ],
  };
}

/** Terms next to each other with the same qualifier: their order among each other is no matter. */
interface Run {
  readonly qualifier: Qualifier;
  readonly kept: readonly (FlatTerm & { kind: 'kept' })[];
  readonly cidrs: readonly string[];
  readonly end: boolean;
}

function runsOf(terms: readonly FlatTerm[]): Run[] {
  const runs: Run[] = [];
  const decided = new IpSetBuilder();
  let kept: (FlatTerm & { kind: 'kept' })[] = [];
  let ranges: IpRange[] = [];
  const close = (qualifier: Qualifier, end: boolean) => {
    // what an earlier run has decided never comes to a later one
    const open = IpSet.of(ranges)
      .cidrs()
      .filter((cidr) => !decided.has(cidr));
    for (const cidr of open) decided.add(cidr);
    const cidrs = open.map(formatCidr);
    if (kept.length > 0 || cidrs.length > 0) runs.push({ qualifier, kept, cidrs, end });
    kept = [];
    ranges = [];
  };
  let before: FlatTerm | null = null;
  for (const term of terms) {
    if (before !== null && (before.qualifier !== term.qualifier || before.end !== term.end))
      close(before.qualifier, before.end);
    if (term.kind === 'kept') kept.push(term);
    else ranges.push(...term.ranges);
    before = term;
  }
  if (before !== null) close(before.qualifier, before.end);
  return runs;
}

interface Layout {
  readonly records: { name: string; text: string }[];
  readonly lookups: number;
}

/** The own record, and parts of it in records of their own where it would be longer than allowed. */
function layOut(domain: string, runs: readonly Run[], limit: number, ownIncludes: readonly string[]): Layout {
  const term = (qualifier: Qualifier, text: string) => (qualifier === '+' ? text : `${qualifier}${text}`);
  const network = (cidr: string) => `ip${cidr.includes(':') ? 6 : 4}:${cidr}`;
  const whole = [
    'v=spf1',
    ...runs.flatMap((run) => [
      ...run.kept.map(({ text }) => text),
      ...run.cidrs.map((cidr) => term(run.qualifier, network(cidr))),
    ]),
  ];
  const costs = runs.flatMap((run) => run.kept.map(({ cost }) => cost)).reduce((sum, cost) => sum + cost, 0);
  if (whole.join(' ').length <= limit) return { records: [{ name: domain, text: whole.join(' ') }], lookups: costs };
  const parts: { name: string; text: string }[] = [];
  const taken = new Set(ownIncludes);
  let number = 0;
  const main = ['v=spf1'];
  for (const run of runs) {
    main.push(...run.kept.map(({ text }) => text));
    let at = 0;
    while (at < run.cidrs.length && parts.length < MAX_PARTS) {
      do number += 1;
      while (taken.has(`_spf${number}.${domain}`));
      let text = 'v=spf1';
      while (at < run.cidrs.length) {
        const next = `${text} ${network(run.cidrs[at] ?? '')}`;
        if (next.length + ' -all'.length > limit) break;
        text = next;
        at += 1;
      }
      const name = `_spf${number}.${domain}`;
      parts.push({ name, text: `${text} -all` });
      main.push(term(run.qualifier, `include:${name}`));
    }
  }
  return { records: [{ name: domain, text: main.join(' ') }, ...parts], lookups: costs + parts.length };
}

function changesOf(tree: SpfTree, terms: readonly FlatTerm[], runs: readonly Run[]): RecordChange[] {
  const cidrs = new Set(runs.flatMap((run) => run.cidrs.map((cidr) => run.qualifier + cidr)));
  return tree.root.terms.map(({ term }) => {
    const own = terms.filter((flat) => flat.from === term);
    const [first] = own;
    if (first?.kind === 'kept' && own.length === 1) return kept(term.text);
    const ranges = IpSet.of(own.flatMap((flat) => (flat.kind === 'ranges' ? flat.ranges : []))).cidrs();
    if (first === undefined || (ranges.length === 0 && own.every(({ kind }) => kind === 'ranges')))
      return removed(term.text, 'It has no effect, or matches no address today.');
    if (term.kind === 'mechanism' && term.network !== null)
      return cidrs.has(term.qualifier + term.network)
        ? kept(term.text)
        : removed(term.text, `${term.network} is part of another range.`);
    const to = [
      ...own.flatMap((flat) => (flat.kind === 'kept' ? [flat.text] : [])),
      ...ranges.slice(0, MAX_NAMED).map(formatCidr),
    ];
    const rest = ranges.length > MAX_NAMED ? ` and ${ranges.length - MAX_NAMED} more` : '';
    return changed(term.text, `${to.join(', ')}${rest}`, 'These are the addresses that it stands for today.');
  });
}

function warnings(tree: SpfTree, watch: readonly WatchedName[], after: number): string[] {
  const left: string[] = [];
  if (tree.cutOff !== null) left.push(`${tree.cutOff} What lies beyond stays as it is.`);
  if (after > spfLimits.lookups)
    left.push(
      `It still needs ${after} DNS look-ups and ${spfLimits.lookups} are allowed: remove senders that are no longer used.`,
    );
  const names = [...new Set(watch.map(({ name }) => name))];
  if (names.length > 0) {
    const shown = names.slice(0, MAX_NAMED).join(', ');
    const rest = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
    left.push(
      `The owners of these names change their ranges without telling you, and mail from new ones then fails: look at them at least once a day, and flatten anew: ${shown}${rest}.`,
    );
  }
  return left;
}
