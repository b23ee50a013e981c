import type { DnsAnswer } from '@whybounce/core/dns';
import { isDetermined } from '@whybounce/core/dns';
import {
  allOf,
  modifierOf,
  type PlacedTerm,
  placedTerms,
  type SpfMechanism,
  type SpfNode,
  type SpfTree,
} from '@whybounce/core/record';
import { whyUnknown } from '../dns/dns-words.ts';
import { statusReason } from './spf-words.ts';

/** Includes and redirects that an evaluation may come to. */
export function leads({ root }: SpfTree): PlacedTerm[] {
  return placedTerms(root).filter(({ node: { term, state } }) => {
    const isLead =
      term.kind === 'mechanism' ? term.name === 'include' : term.kind === 'modifier' && term.name === 'redirect';
    return isLead && state !== 'not-reached';
  });
}

/** The first record of the tree that could not be read, as words; null where all were. */
export function unreadRecord(tree: SpfTree): string | null {
  for (const { node } of leads(tree)) {
    const { child } = node;
    if (child?.status === 'cut-off')
      return `the record of ${child.domain} was not looked up, as the records lead to more names than one check asks for`;
    if (child?.status === 'could-not-determine')
      return `the record of ${child.domain} could not be read: ${statusReason(child.answer)}`;
  }
  return tree.cutOff === null ? null : 'the records lead to more names than one check asks for';
}

/** The first name of the tree, be it of a record or of a host, that could not be looked up; null where all were. */
export function unreadName(tree: SpfTree): string | null {
  const record = unreadRecord(tree);
  if (record !== null) return record;
  for (const { node } of placedTerms(tree.root)) {
    const open = answersOf(node).find(isOpen);
    if (open !== undefined) return `the ${open.type} records of ${open.name} could not be read: ${whyUnknown(open)}`;
  }
  return null;
}

function answersOf({ mx, hosts }: PlacedTerm['node']): DnsAnswer[] {
  return [mx, ...hosts.flatMap(({ a, aaaa }) => [a, aaaa])].filter((answer) => answer !== null);
}

/** Whether it is not known what there is; a name that cannot exist is known to have nothing. */
export function isOpen(answer: DnsAnswer): boolean {
  return !isDetermined(answer) && answer.status !== 'invalid-name';
}

/** Whether nothing at all is found for what a term names, whatever the kind of address. */
export function isDead({ node: { mx, hosts, state, term } }: PlacedTerm): boolean {
  if (state !== 'asked' || term.kind !== 'mechanism') return false;
  const isGone = (answer: DnsAnswer | null) => answer === null || (!isOpen(answer) && answer.records.length === 0);
  if (mx !== null) return isGone(mx);
  return hosts.length > 0 && hosts.every(({ a, aaaa }) => isGone(a) && isGone(aaaa));
}

/** How the domain's record ends for senders that no other term decides. */
export interface RecordEnd {
  /** The record that has the last word: the domain's own, or the one that it redirects to; null where that is not known. */
  readonly node: SpfNode | null;
  /** Null where it has none. */
  readonly all: SpfMechanism | null;
}

/** Goes from the domain's record to the one that it redirects to, and on. */
export function recordEnd(root: SpfNode): RecordEnd {
  let node = root;
  for (;;) {
    const { record } = node;
    if (record === null) return { node: null, all: null };
    const all = allOf(record);
    const redirect = modifierOf(record, 'redirect');
    if (all !== null || redirect === null) return { node, all };
    const next = node.terms.find(({ term }) => term === redirect)?.child ?? null;
    if (next === null) return { node: null, all: null };
    node = next;
  }
}
