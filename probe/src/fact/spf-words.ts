import type { Seen } from '@whybounce/core/check';
import type { DnsAnswer, DnsStatus } from '@whybounce/core/dns';
import { readableOctets, type SpfPlace, type SpfTermNode, type SpfTree } from '@whybounce/core/record';
import { whyUnknown } from '../dns/dns-words.ts';

/** Longest piece of a record that a sentence repeats: a hostile record has terms of sixty kilobytes. */
const MAX_SHOWN = 120;
/** Octets of a record that evidence repeats: every check has it, and a TXT record can have sixty thousand. */
const MAX_SEEN = 2000;
/** Terms of a tree that evidence lists. */
const MAX_LINES = 40;

/** A piece of a record as sentences show it: short, on one line, without what would steer a terminal. */
export function shown(text: string): string {
  const read = readableOctets(text);
  const short = read.length > MAX_SHOWN ? `${read.slice(0, MAX_SHOWN)}…` : read;
  return short.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?').replace(/ {2,}/g, ' ');
}

/** A term in quotation marks. */
export function quotedTerm(text: string): string {
  return `"${shown(text)}"`;
}

/** A record as evidence; of one that no person wrote, its beginning. */
export function seenRecord(domain: string, text: string): Seen {
  const value = text.length > MAX_SEEN ? `${text.slice(0, MAX_SEEN)}… (${text.length} octets)` : text;
  return { of: `SPF record of ${domain}`, value };
}

/** The term at a place, with where it stands and the includes that lead there. */
export function seenPlace({ path, at }: SpfPlace): Seen[] {
  const way = path.map(({ domain, term }) => `${shown(term)} (in the record of ${domain})`);
  const term = { of: `Term at character ${at.span[0] + 1} of the SPF record of ${at.domain}`, value: shown(at.term) };
  return path.length === 0 ? [term] : [term, { of: `Way to ${at.domain}`, value: way.join('\n') }];
}

/** `"mx" in the record of b.example (by way of "include:b.example" of example.com)`. */
export function placeWords({ path, at }: SpfPlace): string {
  const [own] = path;
  const way = own === undefined ? '' : ` (by way of ${quotedTerm(own.term)} of ${own.domain})`;
  return `${quotedTerm(at.term)} in the record of ${at.domain}${way}`;
}

/** The term of the domain's own record through which a place is reached. */
export function ownTerm({ path, at }: SpfPlace): string {
  return (path[0] ?? at).term;
}

/** What each branch costs, as the branches stand. */
export function seenCosts({ domain, root, lookups }: SpfTree): Seen {
  const lines: string[] = [];
  let rest = 0;
  const add = (nodes: readonly SpfTermNode[], depth: number) => {
    for (const { term, subtreeCost, child } of nodes) {
      if (subtreeCost === 0) continue;
      if (lines.length < MAX_LINES) lines.push(`${'  '.repeat(depth)}${shown(term.text)}: ${subtreeCost}`);
      else rest += 1;
      if (child !== null) add(child.terms, depth + 1);
    }
  };
  add(root.terms, 1);
  const more = rest === 0 ? [] : [`… and ${rest} more`];
  return { of: 'DNS look-ups by term', value: [`${domain}: ${lookups.total}`, ...lines, ...more].join('\n') };
}

/** Why a status tells nothing, as words that follow a colon. */
export function statusReason(status: DnsStatus): string {
  return whyUnknown({ status, detail: null } as DnsAnswer);
}
