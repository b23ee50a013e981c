import type { RecordFinding } from '../finding.ts';
import { type Cidr, parseCidr } from '../ip/index.ts';
import type { Span } from '../span.ts';
import type { MacroString } from './macro-string.ts';

/** What a mechanism says of who matches it (RFC 7208 section 4.6.2); `+` where none is written. */
export type Qualifier = '+' | '-' | '~' | '?';

export const mechanismNames = ['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'] as const;

export type MechanismName = (typeof mechanismNames)[number];

/** Under this key a term that was just read holds its range as numbers, which JSON neither has nor needs. */
export const asNumbers: unique symbol = Symbol('network');

/** A mechanism with its qualifier: `-all`, `ip4:192.0.2.0/24` (RFC 7208 section 5). */
export interface SpfMechanism {
  readonly kind: 'mechanism';
  readonly text: string;
  readonly span: Span;
  readonly name: MechanismName;
  readonly qualifier: Qualifier;
  /** The name after the colon; null where there is none, which of `a`, `mx` and `ptr` means the record's own domain. */
  readonly domain: MacroString | null;
  /** Of `ip4` and `ip6`: the range, with the bits after the prefix cleared: `192.0.2.0/24`. */
  readonly network: string | null;
  /** Of `a` and `mx`: how many bits of an IPv4 address are compared; null where it is not written: all 32. */
  readonly prefix4: number | null;
  /** The same of an IPv6 address: all 128. */
  readonly prefix6: number | null;
  readonly [asNumbers]?: Cidr | undefined;
}

/** A modifier: `redirect=example.com`, `exp=`, and every `name=value` that nobody knows (RFC 7208 section 6). */
export interface SpfModifier {
  readonly kind: 'modifier';
  readonly text: string;
  readonly span: Span;
  /** In lower case. */
  readonly name: string;
  readonly value: MacroString;
}

/** A term that breaks the grammar: with it the whole record is a permanent error (RFC 7208 section 4.6). */
export interface SpfBrokenTerm {
  readonly kind: 'broken';
  readonly text: string;
  readonly span: Span;
  /** What its writer will have meant, one or more terms that are right; null where that cannot be told. */
  readonly meant: string | null;
}

export type SpfTerm = SpfMechanism | SpfModifier | SpfBrokenTerm;

/** A record as it was read, right or wrong. */
export interface SpfRecord {
  readonly text: string;
  /** Every term in its order. */
  readonly terms: readonly SpfTerm[];
  /** Whether it keeps to the grammar; where it does not, every evaluation of it is `permerror`. */
  readonly valid: boolean;
  /** What breaks the grammar, and what keeps to it and surely is not meant so. */
  readonly findings: readonly RecordFinding[];
}

/** The modifier of that name; the first where there are several, null where there is none. */
export function modifierOf(record: SpfRecord, name: 'redirect' | 'exp'): SpfModifier | null {
  for (const term of record.terms) if (term.kind === 'modifier' && term.name === name) return term;
  return null;
}

/** The first `all`, which ends the evaluation of its record; null where there is none. */
export function allOf(record: SpfRecord): SpfMechanism | null {
  for (const term of record.terms) if (term.kind === 'mechanism' && term.name === 'all') return term;
  return null;
}

/** Whether a term makes the evaluator ask the DNS, and so counts against its ten (RFC 7208 section 4.6.4). */
export function asksDns(term: SpfTerm): boolean {
  if (term.kind === 'modifier') return term.name === 'redirect';
  return term.kind === 'mechanism' && term.name !== 'all' && term.name !== 'ip4' && term.name !== 'ip6';
}

/** The range of `ip4` and `ip6`; null of every other term. */
export function networkOf(term: SpfTerm): Cidr | null {
  if (term.kind !== 'mechanism' || term.network === null) return null;
  return term[asNumbers] ?? parseCidr(term.network);
}
