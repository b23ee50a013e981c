import { bitsOf, type Cidr, cidrOf, formatCidr, type IpRange, IpSet, IpSetBuilder, parseIp } from '../ip/index.ts';
import { isTemporary } from './evaluation.ts';
import { lettersOf, type MacroLetter } from './macro-string.ts';
import { networkOf, type SpfRecord, type SpfTerm } from './record.ts';
import type { SpfNodeStatus, SpfSize } from './tree.ts';
import type { VisitedTerm } from './walk.ts';
import { evaluated, leadsTo } from './weigh.ts';

/** Addresses of one answer that are looked at: sixty-four kilobytes hold four thousand, and no sender needs them. */
const MAX_ADDRESSES = 500;
/** Covered terms of one record for which is looked up what covers them: to do so takes the square of their number. */
const MAX_COVERED = 50;

/** Ranges of one term by which is looked up what covers it. */
const MAX_COMPARED = 20;

const everyone = IpSet.of([
  { family: 4, first: 0n, last: (1n << 32n) - 1n },
  { family: 6, first: 0n, last: (1n << 128n) - 1n },
]);
const nobody = IpSet.of([]);

/** What a term matches. */
export interface TermReach {
  readonly term: SpfTerm;
  /** Null where that depends on the client, or could not be determined. Terms that match the same have the same set. */
  readonly set: IpSet | null;
  /** Whether more may match, depending on the client. */
  readonly open: boolean;
  readonly exact: boolean;
  readonly coveredBy: readonly SpfTerm[];
}

/** A record whose reach is asked for: of a walk, or of a tree. */
export interface Reachable {
  readonly status: SpfNodeStatus;
  readonly record: SpfRecord | null;
  readonly terms: readonly VisitedTerm[];
  readonly termsLeftOut: number;
}

/** What a record matches, term by term. */
export interface RecordReach {
  /** The addresses that get `pass`. */
  readonly pass: IpSet;
  /** Whether more may get it, depending on the client. */
  readonly open: boolean;
  /** Whether the ranges are all there is to it: nothing depends on the client, is missing or in error. */
  readonly exact: boolean;
  /** In the order of evaluation. */
  readonly terms: readonly TermReach[];
}

const nothing: RecordReach = { pass: nobody, open: false, exact: false, terms: [] };

/** Finds out which addresses records authorise. */
export class Reach {
  readonly #records: ReadonlyMap<string, Reachable>;
  readonly #mxNames: number;
  readonly #known = new Map<string, RecordReach>();
  readonly #open = new Set<string>();

  /**
   * @param records by domain
   * @param mxNames how many servers one `mx` may have
   */
  constructor(records: ReadonlyMap<string, Reachable>, mxNames: number) {
    this.#records = records;
    this.#mxNames = mxNames;
  }

  /** Of a record that includes itself, what it says besides that. */
  record(domain: string): RecordReach {
    const known = this.#known.get(domain);
    const record = this.#records.get(domain);
    if (known !== undefined || record === undefined || this.#open.has(domain)) return known ?? nothing;
    this.#open.add(domain);
    const reach = this.#reach(record);
    this.#open.delete(domain);
    this.#known.set(domain, reach);
    return reach;
  }

  #reach(record: Reachable): RecordReach {
    const decided = new IpSetBuilder();
    // as long as every term passes, what is decided and what passes are the same
    let pass = decided;
    const terms: TermReach[] = [];
    const byKey = new Map<string, TermReach>();
    let open = false;
    let exact = record.status === 'found' && record.record?.valid === true && record.termsLeftOut === 0;
    let looked = 0;
    for (const visited of evaluated(record)) {
      const { term } = visited;
      const key = keyOf(visited);
      const twin = key === null ? undefined : byKey.get(key);
      const known = twin ?? this.#setOf(visited);
      exact &&= known.exact;
      const passes = term.kind === 'modifier' || (term.kind === 'mechanism' && term.qualifier === '+');
      if (known.open && passes) open = true;
      const ranges = twin === undefined ? (known.set?.ranges ?? []) : [];
      let coveredBy: readonly SpfTerm[] = twin === undefined ? [] : [twin.term];
      if (ranges.length > 0 && !passes && pass === decided) pass = decided.copy();
      let covered = !known.open && ranges.length > 0;
      for (const range of ranges) {
        const fresh = decided.add(range);
        if (fresh.length === 0) continue;
        covered = false;
        if (passes && pass !== decided) for (const piece of fresh) pass.add(piece);
      }
      if (covered) {
        looked += 1;
        coveredBy = looked > MAX_COVERED ? [terms[0]?.term ?? term] : covering(ranges, terms);
      }
      const reach = { term, set: known.set, open: known.open, exact: known.exact, coveredBy };
      if (key !== null && twin === undefined) byKey.set(key, reach);
      terms.push(reach);
    }
    return { pass: pass.build(), open, exact, terms };
  }

  #setOf(visited: VisitedTerm): Pick<TermReach, 'set' | 'open' | 'exact'> {
    const { term, state, hosts, mx } = visited;
    const is = (set: IpSet, exact = true) => ({ set, open: false, exact });
    if (state === 'broken') return is(nobody, false);
    if (term.kind === 'modifier' && term.name !== 'redirect') return is(nobody);
    const network = networkOf(term);
    if (network !== null) return is(IpSet.of([network]));
    if (state === 'needs-client' || dependsOnClient(term)) return { set: null, open: true, exact: false };
    const child = leadsTo(visited);
    if (child !== null) {
      const { pass, open, exact } = this.record(child);
      return { set: pass, open, exact: exact && !namesSender(term) };
    }
    if (term.kind !== 'mechanism') return is(nobody, false);
    if (term.name === 'all') return is(everyone);
    const answers = [mx, ...hosts.flatMap(({ a, aaaa }) => [a, aaaa])].filter((answer) => answer !== null);
    const exact =
      !namesSender(term) &&
      (mx?.records.length ?? 0) <= this.#mxNames &&
      answers.every((answer) => !isTemporary(answer) && answer.records.length <= MAX_ADDRESSES);
    if (mx !== null && isTemporary(mx)) return { set: null, open: false, exact: false };
    if (term.name === 'exists') return is(hosts.some(({ a }) => a.records.length > 0) ? everyone : nobody, exact);
    const addresses = hosts.flatMap(({ a, aaaa }) => [
      ...rangesAround(a.records, 4, term.prefix4),
      ...rangesAround(aaaa?.records ?? [], 6, term.prefix6),
    ]);
    return is(IpSet.of(addresses), exact);
  }
}

/** Whether what a term matches is another thing for every client, even where one client is known. */
function dependsOnClient(term: SpfTerm): boolean {
  if (term.kind === 'mechanism' && term.name === 'ptr') return true;
  for (const letter of macroLetters(term)) if (letter !== 'd' && letter !== 'o') return true;
  return false;
}

/** Whether it depends on the sender's domain, which is another one where the record is included. */
function namesSender(term: SpfTerm): boolean {
  return macroLetters(term).has('o');
}

const noLetters: ReadonlySet<MacroLetter> = new Set();

function macroLetters(term: SpfTerm): ReadonlySet<MacroLetter> {
  const value = term.kind === 'modifier' ? term.value : term.kind === 'mechanism' ? term.domain : null;
  return value === null ? noLetters : lettersOf(value);
}

function rangesAround(addresses: readonly string[], family: 4 | 6, prefix: number | null): IpRange[] {
  return addresses.slice(0, MAX_ADDRESSES).flatMap((text) => {
    const ip = parseIp(text);
    return ip === null || ip.family !== family ? [] : [cidrOf(ip, prefix ?? bitsOf(family))];
  });
}

/** What two terms have in common that match the same, whatever their qualifiers; null of terms that match nothing themselves. */
function keyOf({ term, target, state }: VisitedTerm): string | null {
  // of ranges, what covers them is found anyway
  if (term.kind !== 'mechanism' || state === 'not-reached' || term.network !== null) return null;
  const name = target ?? term.domain?.text.toLowerCase() ?? '';
  return `${term.name} ${name} ${term.prefix4 ?? 32} ${term.prefix6 ?? 128}`;
}

/** One term before that has it all, else the first three that have some of it. */
function covering(ranges: readonly IpRange[], before: readonly TermReach[]): SpfTerm[] {
  const compared = ranges.slice(0, MAX_COMPARED);
  const some: SpfTerm[] = [];
  for (const { term, set } of before) {
    if (set === null) continue;
    if (ranges.every((range) => set.has(range))) return [term];
    if (some.length < 3 && compared.some((range) => set.touches(range))) some.push(term);
  }
  return some;
}

/** How many addresses ranges hold, each counted once. */
export function sizeOf({ ranges }: IpSet): SpfSize {
  let ipv4Addresses = 0;
  let ipv6 = 0n;
  for (const { family, first, last } of ranges) {
    if (family === 4) ipv4Addresses += Number(last - first) + 1;
    else ipv6 += last - first + 1n;
  }
  const network = 1n << 64n;
  return { ipv4Addresses, ipv6Networks: ipv6 === 0n ? 0 : Number((ipv6 + network - 1n) / network) };
}

/** The same of one range. */
export function sizeOfRange({ family, prefix }: Cidr): SpfSize {
  return family === 4
    ? { ipv4Addresses: 2 ** (32 - prefix), ipv6Networks: 0 }
    : { ipv4Addresses: 0, ipv6Networks: 2 ** Math.max(64 - prefix, 0) };
}

/** The fewest ranges that make up a set, as text, up to a number. */
export function cidrTexts(set: IpSet, limit: number): string[] {
  return set.cidrs(limit).map(formatCidr);
}
