import type { DnsClient } from '../../dns/index.ts';
import { bitsOf, type Cidr, type IpSet, parseCidr } from '../ip/index.ts';
import { cidrTexts, Reach, sizeOf, sizeOfRange, type TermReach } from './authorise.ts';
import type { SpfClientHint } from './client.ts';
import { isTemporary, type SpfStep } from './evaluation.ts';
import { checkedLimits, type SpfTreeLimits, spfTreeLimits } from './limits.ts';
import { plainDomain } from './name.ts';
import { asksDns, networkOf } from './record.ts';
import type { SpfAgain, SpfNode, SpfPlace, SpfSize, SpfTermNode, SpfTree, SpfVoid, SpfWorldRange } from './tree.ts';
import { type Visited, type VisitedTerm, type Walked, walk } from './walk.ts';
import { evaluated, leadsTo, overLimit, Scales, stepTo, voidTypes } from './weigh.ts';

export interface AnalyseSpfOptions extends SpfClientHint {
  readonly domain: string;
  readonly dns: DnsClient;
  readonly limits?: Partial<SpfTreeLimits> | undefined;
}

/** Ranges that are listed; their sizes count all. */
const MAX_CIDRS = 1000;
/** A range that is wider is the world's: nobody who sends mail has more than a /8, or been given more than a /16. */
const WORLD_PREFIX = { 4: 8, 6: 16 } as const;
const WORLD_SIZE = { 4: 1n << 24n, 6: 1n << 112n } as const;

/**
 * Walks every branch of a domain's SPF to its end, whatever it finds on the way: unlike an evaluation it stops
 * neither at a match nor at an error. Asks at most `limits.queries` questions (64), and says where it was cut off.
 *
 * @param options with a client, or parts of it, macros that need them are filled in, and `verdictOfTree` can tell its verdict
 * @throws RangeError for an `ip` that is no address, or a limit that is none
 */
export async function analyseSpf(options: AnalyseSpfOptions): Promise<SpfTree> {
  const limits = checkedLimits(spfTreeLimits, options.limits);
  const domain = plainDomain(options.domain);
  const client: SpfClientHint = { ip: options.ip, sender: options.sender, helo: options.helo };
  const walked = await walk(domain, options.dns, client, limits);
  return new Assembly(walked, limits).tree(domain, client);
}

interface Way {
  readonly path: readonly SpfStep[];
  readonly above: ReadonlySet<string>;
  /** Whether what passes here passes for the domain that was asked for. */
  readonly passes: boolean;
}

interface Shown {
  readonly size: SpfSize | null;
  readonly cidrs: readonly string[];
}

const nothing: Shown = { size: null, cidrs: [] };

/** Makes the tree of what a walk found: each record stands in it once, where an evaluation comes to it first. */
class Assembly {
  readonly #walked: Walked;
  readonly #limits: SpfTreeLimits;
  readonly #scales: Scales;
  readonly #reach: Reach;
  readonly #placed = new Set<string>();
  readonly #sets = new Map<IpSet, Shown>();
  readonly #voids: SpfVoid[] = [];
  readonly #loops: SpfAgain[] = [];
  readonly #repeated: SpfAgain[] = [];
  readonly #open: SpfPlace[] = [];
  readonly #world: SpfWorldRange[] = [];
  #total = 0;
  #complete: boolean;

  constructor(walked: Walked, limits: SpfTreeLimits) {
    this.#walked = walked;
    this.#limits = limits;
    this.#scales = new Scales(walked);
    this.#reach = new Reach(walked.visited, limits.mxNames);
    this.#complete = walked.cutOff === null;
  }

  tree(domain: string, client: SpfClientHint): SpfTree {
    // from the root first: in a circle it matters where the count begins
    const weight = this.#scales.record(domain);
    const { pass } = this.#reach.record(domain);
    const root = this.#node(domain, { path: [], above: new Set(), passes: true });
    const { clientNames, queries, cutOff } = this.#walked;
    return {
      domain,
      root,
      client,
      clientNames,
      limits: this.#limits,
      lookups: { total: weight.lookups, over: this.#over(domain, weight.lookups) },
      voids: { dualStack: weight.dualStack, ipv4: weight.ipv4, ipv6: weight.ipv6, places: this.#voids },
      loops: this.#loops,
      repeated: this.#repeated,
      authorised: {
        ...sizeOf(pass),
        cidrs: cidrTexts(pass, MAX_CIDRS),
        open: this.#open,
        world: this.#world,
        complete: this.#complete,
      },
      queries,
      cutOff,
    };
  }

  #node(domain: string, way: Way): SpfNode {
    this.#placed.add(domain);
    const visited = this.#walked.visited.get(domain);
    if (visited === undefined) throw new Error(`${domain} was never visited`);
    const { status, answer, selection, record, termsLeftOut } = visited;
    const { records, nearMisses, txt } = selection;
    if (status !== 'found' || record?.valid === false) this.#complete = false;
    const below: Way = { ...way, above: new Set([...way.above, domain]) };
    const terms = record === null ? [] : this.#terms(visited, below);
    return {
      domain,
      status,
      answer: answer.status,
      record,
      records,
      nearMisses,
      txt,
      terms,
      termsLeftOut,
      explanation: this.#walked.explanations.get(domain) ?? null,
      subtreeCost: this.#scales.record(domain).lookups,
    };
  }

  #terms(visited: Visited, way: Way): SpfTermNode[] {
    const { domain, terms } = visited;
    const reach = this.#reach.record(domain).terms;
    // totals run in the order of evaluation, which ends with `redirect` wherever that is written
    const order = evaluated(visited);
    const nodes = order.map((term, place) => this.#term(term, stepTo(domain, term.term), reach[place], way));
    if (order === terms) return nodes;
    const byTerm = new Map(order.map((term, place) => [term, nodes[place]]));
    return terms.map((term) => byTerm.get(term) ?? this.#term(term, stepTo(domain, term.term), undefined, way));
  }

  #term(visited: VisitedTerm, at: SpfStep, reach: TermReach | undefined, way: Way): SpfTermNode {
    const { term, state, target, needs, mx, hosts } = visited;
    const cost = state !== 'not-reached' && asksDns(term) ? 1 : 0;
    this.#total += cost;
    this.#note(visited, at, reach, way);
    const domain = leadsTo(visited);
    const again = domain === null || !this.#placed.has(domain) ? null : way.above.has(domain) ? 'loop' : 'repeated';
    const passes = way.passes && (term.kind !== 'mechanism' || term.qualifier === '+');
    const child =
      domain === null || again !== null ? null : this.#node(domain, { ...way, path: [...way.path, at], passes });
    if (domain !== null && again !== null) {
      listed(again === 'loop' ? this.#loops : this.#repeated, { path: way.path, at, domain });
      if (again === 'repeated') this.#total += this.#scales.record(domain).lookups;
    }
    const { set = null, coveredBy = [], open = false } = reach ?? {};
    const shown = set === null ? nothing : this.#shown(set, visited, domain === null && !isAll(visited));
    return {
      term,
      state,
      target,
      needs,
      cost,
      // around a circle once: what it leads back to is counted where that stands
      subtreeCost: again === 'loop' ? cost : this.#scales.subtree(visited).lookups,
      runningTotal: this.#total,
      mx,
      hosts,
      child,
      again,
      size: open ? null : shown.size,
      cidrs: shown.cidrs,
      coveredBy,
    };
  }

  /** Terms that match the same share it: a record may name one host of many addresses a thousand times. */
  #shown(set: IpSet, { term }: VisitedTerm, listed: boolean): Shown {
    const network = networkOf(term);
    if (network !== null && term.kind === 'mechanism' && term.network !== null)
      return { size: sizeOfRange(network), cidrs: [term.network] };
    const known = this.#sets.get(set);
    if (known !== undefined) return known;
    const shown = { size: sizeOf(set), cidrs: listed ? cidrTexts(set, MAX_CIDRS) : [] };
    this.#sets.set(set, shown);
    return shown;
  }

  /** A circle counts once around in the total, and is gone through again and again by an evaluation. */
  #over(domain: string, total: number): SpfPlace | null {
    const { lookups } = this.#limits;
    return total > lookups || this.#loops.length > 0 ? overLimit(this.#walked, domain, lookups) : null;
  }

  #noteAnswers(visited: VisitedTerm, at: SpfStep, path: readonly SpfStep[]): void {
    const { target, mx, hosts } = visited;
    for (const type of voidTypes(visited, this.#walked)) listed(this.#voids, { path, at, name: target ?? '', type });
    const answers = [mx, ...hosts.flatMap(({ a, aaaa }) => [a, aaaa])];
    if (answers.some((answer) => answer !== null && isTemporary(answer))) this.#complete = false;
  }

  #note(visited: VisitedTerm, at: SpfStep, reach: TermReach | undefined, { path, passes }: Way): void {
    const { term, state } = visited;
    if (state === 'not-reached') return;
    if (state === 'asked') this.#noteAnswers(visited, at, path);
    if (!passes || (term.kind === 'mechanism' && term.qualifier !== '+')) return;
    const { set = null, open = false } = reach ?? {};
    if (leadsTo(visited) !== null) return;
    if (open) listed(this.#open, { path, at });
    if (set?.ranges.some(({ family, first, last }) => last - first >= WORLD_SIZE[family]) !== true) return;
    const wide = cidrTexts(set, MAX_CIDRS).find((cidr) => isWorld(parseCidr(cidr)));
    if (wide !== undefined) listed(this.#world, { path, at, cidr: wide });
  }
}

/** Places of one kind that a tree tells: what stands a thousand times in a hostile record is told a hundred times. */
const MAX_PLACES = 100;

function listed<T>(places: T[], place: T): void {
  if (places.length < MAX_PLACES) places.push(place);
}

function isAll({ term }: VisitedTerm): boolean {
  return term.kind === 'mechanism' && term.name === 'all';
}

function isWorld(cidr: Cidr | null): boolean {
  return cidr !== null && cidr.prefix < WORLD_PREFIX[cidr.family] && cidr.prefix < bitsOf(cidr.family);
}
