import type { DnsAnswer, DnsClient } from '../../dns/index.ts';
import { AskedDns } from './asked-dns.ts';
import { type SpfClientHint, valuesOf } from './client.ts';
import { isTemporary } from './evaluation.ts';
import { expandName, type MacroValues } from './expand.ts';
import { explanationText } from './explanation-text.ts';
import type { SpfTreeLimits } from './limits.ts';
import { lettersOf, type MacroLetter } from './macro-string.ts';
import {
  allOf,
  asksDns,
  modifierOf,
  type SpfMechanism,
  type SpfModifier,
  type SpfRecord,
  type SpfTerm,
} from './record.ts';
import { type SpfSelection, selectSpf } from './select.ts';
import type { SpfHost, SpfNodeStatus, SpfTermState } from './tree.ts';
import { askClientNames, type ClientNames } from './validated-names.ts';

/** A term as the walk found it. */
export interface VisitedTerm {
  readonly term: SpfTerm;
  readonly state: SpfTermState;
  readonly target: string | null;
  readonly needs: readonly MacroLetter[];
  readonly mx: DnsAnswer<'MX'> | null;
  readonly hosts: readonly SpfHost[];
}

/** A domain as the walk found it. */
export interface Visited {
  readonly domain: string;
  readonly status: SpfNodeStatus;
  readonly answer: DnsAnswer<'TXT'>;
  readonly selection: SpfSelection;
  readonly record: SpfRecord | null;
  readonly terms: readonly VisitedTerm[];
  readonly termsLeftOut: number;
}

/** All that is to be known, each domain once: which includes which is in the targets of the terms. */
export interface Walked {
  readonly visited: ReadonlyMap<string, Visited>;
  readonly explanations: ReadonlyMap<string, { readonly name: string; readonly answer: DnsAnswer<'TXT'> }>;
  readonly clientNames: ClientNames | null;
  readonly queries: number;
  readonly cutOff: string | null;
}

/** Visits every record that a domain's SPF leads to, siblings at the same time, each name once. */
export async function walk(
  domain: string,
  dns: DnsClient,
  client: SpfClientHint,
  limits: SpfTreeLimits,
): Promise<Walked> {
  return new Walk(domain, dns, client, limits).run(domain);
}

class Walk {
  readonly #dns: AskedDns;
  readonly #limits: SpfTreeLimits;
  readonly #visited = new Map<string, Visited>();
  readonly #started = new Set<string>();
  /** Visits that are under way: a visit never waits for another, or two records that include each other would wait for ever. */
  readonly #visits: Promise<void>[] = [];
  #values: MacroValues;
  #names: Promise<ClientNames> | null = null;
  #termsLeft: number;
  #termsCut = false;

  constructor(domain: string, dns: DnsClient, client: SpfClientHint, limits: SpfTreeLimits) {
    this.#dns = new AskedDns(dns, limits.queries);
    this.#limits = limits;
    this.#values = valuesOf(client, { receiver: null, now: null, domain });
    this.#termsLeft = limits.terms;
  }

  async run(domain: string): Promise<Walked> {
    this.#visit(domain);
    for (let at = 0; at < this.#visits.length; at += 1) await this.#visits[at];
    const explanations = await this.#explanations(domain);
    const { queries, terms } = this.#limits;
    const cutOff = this.#dns.cutOff
      ? `The walk was cut off after ${queries} questions to the DNS: the records lead to more names than that.`
      : this.#termsCut
        ? `The walk was cut off after ${terms} terms: the records have more than that.`
        : null;
    return {
      visited: this.#visited,
      explanations,
      clientNames: await this.#names,
      queries: this.#dns.queries,
      cutOff,
    };
  }

  #visit(domain: string): void {
    if (this.#started.has(domain)) return;
    this.#started.add(domain);
    this.#visits.push(this.#look(domain));
  }

  async #look(domain: string): Promise<void> {
    const answer = await this.#dns.query(domain, 'TXT');
    // a record of thirty thousand terms costs its reading: behind the last that counts, none is read
    const skipped = this.#termsLeft === 0 && answer.records.length > 0;
    this.#termsCut ||= skipped;
    const selection = selectSpf(skipped ? [] : answer.records);
    const { record } = selection;
    const all = record === null ? [] : record.terms;
    const taken = all.slice(0, this.#termsLeft);
    this.#termsLeft -= taken.length;
    this.#termsCut ||= taken.length < all.length;
    const reached = record === null ? () => true : reachedIn(record);
    // most terms ask nothing: no promise for each of them
    const begun = taken.map(
      (term) => settled(term, reached(term)) ?? this.#term(term as SpfMechanism | SpfModifier, domain),
    );
    const terms: VisitedTerm[] = [];
    for (const term of begun) terms.push(term instanceof Promise ? await term : term);
    const status = skipped ? 'cut-off' : statusOf(answer, selection);
    this.#visited.set(domain, {
      domain,
      status,
      answer,
      selection,
      record,
      terms,
      termsLeftOut: all.length - taken.length,
    });
  }

  async #term(term: SpfMechanism | SpfModifier, domain: string): Promise<VisitedTerm> {
    const bare = { term, target: null, needs: [], mx: null, hosts: [] };
    const value = term.kind === 'modifier' ? term.value : term.domain;
    if (value !== null && lettersOf(value).has('p')) await this.#clientNames();
    const { name, needs } = value === null ? { name: domain, needs: null } : expandName(value, domain, this.#values);
    if (name === null) return { ...bare, state: 'needs-client', needs };
    const asked = { ...bare, state: 'asked', target: name } as const;
    if (term.kind === 'modifier' || term.name === 'include') {
      this.#visit(name);
      return asked;
    }
    switch (term.name) {
      case 'a':
        return { ...asked, hosts: [await this.#host(name)] };
      case 'exists':
        return { ...asked, hosts: [{ name, a: await this.#dns.query(name, 'A'), aaaa: null }] };
      case 'mx':
        return { ...asked, ...(await this.#servers(name)) };
      default:
        if (this.#values.ip === null) return { ...asked, state: 'needs-client', needs: ['i'] };
        await this.#clientNames();
        return asked;
    }
  }

  async #host(name: string): Promise<SpfHost> {
    const [a, aaaa] = await Promise.all([this.#dns.query(name, 'A'), this.#dns.query(name, 'AAAA')]);
    return { name, a, aaaa };
  }

  async #servers(name: string): Promise<Pick<VisitedTerm, 'mx' | 'hosts'>> {
    const mx = await this.#dns.query(name, 'MX');
    // more make the record a permanent error: their addresses would tell nothing
    const names = mx.records.slice(0, this.#limits.mxNames).map(({ exchange }) => exchange);
    return { mx, hosts: await Promise.all([...new Set(names)].map((host) => this.#host(host))) };
  }

  async #clientNames(): Promise<void> {
    if (this.#values.ip === null) return;
    this.#names ??= askClientNames(this.#dns, this.#values.ip, this.#limits.ptrNames);
    const { validated } = await this.#names;
    this.#values = { ...this.#values, validated };
  }

  /** Only the domain's own record and what it is redirected to have a say (RFC 7208 section 6.2). */
  async #explanations(start: string): Promise<Map<string, { name: string; answer: DnsAnswer<'TXT'> }>> {
    const found = new Map<string, { name: string; answer: DnsAnswer<'TXT'> }>();
    const seen = new Set<string>();
    let domain: string | null = start;
    while (domain !== null && !seen.has(domain)) {
      seen.add(domain);
      const visited: Visited | undefined = this.#visited.get(domain);
      const record = visited?.record ?? null;
      const exp = record && modifierOf(record, 'exp');
      if (exp !== null && lettersOf(exp.value).has('p')) await this.#clientNames();
      const name = exp === null ? null : expandName(exp.value, domain, this.#values).name;
      if (name !== null) {
        const answer = await this.#dns.query(name, 'TXT');
        found.set(domain, { name, answer });
        const text = explanationText(answer.records);
        if (text !== null && lettersOf(text).has('p')) await this.#clientNames();
      }
      const redirect = visited?.terms.find(({ term }) => term.kind === 'modifier' && term.name === 'redirect');
      domain = redirect?.target ?? null;
    }
    return found;
  }
}

/** A term that asks nothing; null of one that does. */
function settled(term: SpfTerm, reached: boolean): VisitedTerm | null {
  const state = term.kind === 'broken' ? 'broken' : !reached ? 'not-reached' : asksDns(term) ? null : 'settled';
  return state === null ? null : { term, state, target: null, needs: [], mx: null, hosts: [] };
}

/** Nothing after the first `all` is evaluated, nor a redirect beside it (RFC 7208 sections 5.1 and 6.1). */
function reachedIn(record: SpfRecord): (term: SpfTerm) => boolean {
  const all: SpfMechanism | null = allOf(record);
  return (term) => all === null || (term.kind === 'modifier' ? term.name !== 'redirect' : term.span[0] <= all.span[0]);
}

function statusOf(answer: DnsAnswer<'TXT'>, { status }: SpfSelection): SpfNodeStatus {
  if (answer.status === 'over-budget') return 'cut-off';
  if (isTemporary(answer)) return 'could-not-determine';
  return status === 'one' ? 'found' : status;
}
