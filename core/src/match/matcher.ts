import { type ReasonId, type RuleRow, type RuleTable, type SystemRow, unpackOwners } from '@whybounce/knowledge';
import { GramIndex } from '../text/gram-index.ts';
import { normalise } from '../text/normalise.ts';
import { WideGramIndex } from '../text/wide-gram-index.ts';
import { CodeSet, ENHANCED_CODE, enhancedNumber, NO_CODE } from './codes.ts';
import { HostIndex } from './host-index.ts';
import { codesOf, type PackedIndex } from './pack-index.ts';

/** What is known of a refusal. All of it is optional; nothing is guessed from what is missing. */
export interface Refusal {
  /** The words of the refusing server. */
  readonly diagnostic: string | null;
  /** The server that refused. */
  readonly host: string | null;
  /** Domain of the address that was refused. */
  readonly recipientDomain: string | null;
  readonly replyCode: number | null;
  /** `5.7.1` */
  readonly enhancedStatus: string | null;
  /** Whether the server refused before any recipient was named: then no rule about a recipient can hold. */
  readonly beforeRecipient?: boolean;
}

/** Why a rule holds for a refusal, strongest first: this order is the rank. */
export type Ground = 'words' | 'host-and-code' | 'code' | 'weak-words' | 'weak-code';

/** A rule that holds for a refusal. */
export interface Match {
  readonly system: string;
  readonly kind: SystemRow['kind'];
  /** `system/entry` */
  readonly rule: string;
  readonly reason: ReasonId;
  readonly ground: Ground;
  /** Whether host, mark or recipient domain names the rule's own system. */
  readonly identified: boolean;
  /** Whether reply or enhanced code agrees with the rule's. */
  readonly codeAgrees: boolean;
  readonly row: RuleRow;
  /** Larger wins; equal ranks fall to the rule that comes first by id. */
  readonly rank: number;
}

/** Everything that the words and hosts of a refusal give away. */
export interface Findings {
  readonly best: Match | null;
  /** The system that refused, where host, mark or recipient domain names it. */
  readonly provider: string | null;
  /** Slugs of the blocklists named in the words, in their order of slugs. */
  readonly blocklists: readonly string[];
}

const groundRank: Record<Ground, number> = { words: 5, 'host-and-code': 4, code: 3, 'weak-words': 2, 'weak-code': 1 };

/** How many letters of wording an agreeing code is worth. */
const ENHANCED_BONUS = 12;
const REPLY_BONUS = 4;

/** What the words of a system that nobody named are worth before general wording. */
const OWN_WORDS = 8_192;
/** What the words of the system that host, mark or domain names are worth. */
const IDENTIFIED = 16_384;

/** Systems whose words mean something only from themselves, unless a rule says that they travel. */
const boundKinds = new Set<SystemRow['kind']>(['mailbox-provider', 'gateway', 'sending-platform']);

/** Whether a system of that kind runs servers of its own, so that a host can belong to it. */
export function isProvider(kind: SystemRow['kind']): boolean {
  return boundKinds.has(kind);
}

/**
 * The one matching engine: a refusal in, the rule that reads it best out. It knows no provider by
 * name; all of that is in the table. Build it once, use it for any number of refusals.
 */
export class Matcher {
  readonly #systems: readonly SystemRow[];
  /** Numbers of the first rule of each system, and of each rule's system. */
  readonly #firstRule: number[] = [];
  readonly #systemOf: number[] = [];
  readonly #words: GramIndex;
  /** For each line of the table's words its rule, or -1 - its system for a mark. */
  readonly #owners: Int32Array;
  /** The same for words of other scripts, made when a text has them. */
  readonly #makeWide: () => { readonly index: WideGramIndex; readonly owners: Int32Array };
  #wide: { readonly index: WideGramIndex; readonly owners: Int32Array } | null = null;
  readonly #codes: ReadonlyMap<number, readonly number[]>;
  readonly #codeSets = new Map<number, CodeSet>();
  readonly #hosts = new HostIndex();
  readonly #domains = new HostIndex();
  // Scratch space of one call; match() is not re-entrant and need not be.
  #hitRules: number[] = [];
  #hitWeights: number[] = [];
  #hitSystems: number[] = [];

  /**
   * @param table all systems with their rules
   * @param packed the index of this very table, made before by `packIndex`
   */
  constructor(table: RuleTable, packed?: PackedIndex) {
    this.#systems = table.systems;
    this.#words = new GramIndex(table.words.lines, packed?.grams);
    this.#owners = unpackOwners(table.words.owners, this.#words.size);
    this.#makeWide = () => {
      const { lines, owners } = table.wideWords();
      const index = new WideGramIndex(lines, packed?.wideGrams);
      return { index, owners: unpackOwners(owners, index.size) };
    };
    this.#codes = packed === undefined ? codesOf(table) : new Map(packed.codes);
    for (const [system, row] of table.systems.entries()) {
      for (const host of row.hosts) this.#hosts.add(host, system);
      for (const domain of row.domains) this.#domains.add(domain, system);
      this.#firstRule.push(this.#systemOf.length);
      for (let i = 0; i < row.ruleCount; i++) this.#systemOf.push(system);
    }
  }

  /** The rule that reads a refusal best, and whose refusal it is. */
  match(refusal: Refusal): Findings {
    const candidates = this.#collect(refusal);
    let best: Match | null = null;
    for (let i = 0; i < candidates.length; i++) {
      const candidate = candidates[i] as Match;
      if (best === null || candidate.rank > best.rank || (candidate.rank === best.rank && candidate.rule < best.rule)) {
        best = candidate;
      }
    }
    return { best, provider: this.#provider(best), blocklists: this.#blocklists() };
  }

  /** Every rule that holds for a refusal, best first: for explaining a verdict and for proving the rules. */
  matches(refusal: Refusal): Match[] {
    const seen = new Map<string, Match>();
    for (const match of this.#collect(refusal)) {
      const known = seen.get(match.rule);
      if (known === undefined || known.rank < match.rank) seen.set(match.rule, match);
    }
    return [...seen.values()].sort((a, b) => b.rank - a.rank || (a.rule < b.rule ? -1 : 1));
  }

  /** The system that a host name belongs to, or null. */
  systemOfHost(host: string): string | null {
    return this.#systems[this.#hosts.find(host)]?.slug ?? null;
  }

  readonly #onHit = (line: number, weight: number): void => this.#note(this.#owners[line] as number, weight);
  readonly #onWideHit = (line: number, weight: number): void => this.#note(this.#wide?.owners[line] as number, weight);

  #note(owner: number, weight: number): void {
    if (owner < 0) this.#identify(-1 - owner);
    else {
      this.#hitRules.push(owner);
      this.#hitWeights.push(weight);
    }
  }

  /** Looks for all words in the text of a refusal. */
  #read(diagnostic: string): void {
    const text = normalise(diagnostic);
    if (!this.#words.find(text, this.#onHit)) return;
    this.#wide ??= this.#makeWide();
    this.#wide.index.find(text, this.#onWideHit);
  }

  #codeSetOf(rule: number, row: RuleRow): CodeSet {
    let set = this.#codeSets.get(rule);
    if (set === undefined) {
      set = new CodeSet(row.codes);
      this.#codeSets.set(rule, set);
    }
    return set;
  }

  #identify(system: number): void {
    if (system >= 0 && !this.#hitSystems.includes(system)) this.#hitSystems.push(system);
  }

  #collect(refusal: Refusal): Match[] {
    this.#hitRules.length = 0;
    this.#hitWeights.length = 0;
    this.#hitSystems.length = 0;
    if (refusal.host !== null) this.#identify(this.#hosts.find(refusal.host));
    if (refusal.diagnostic !== null) this.#read(refusal.diagnostic);
    // A recipient's domain says who keeps the mailbox, but a named host that is somebody else's outranks it.
    if (refusal.recipientDomain !== null && !this.#boundSystemIdentified()) {
      this.#identify(this.#domains.find(refusal.recipientDomain));
    }
    const replyCode = refusal.replyCode ?? 0;
    const enhanced = enhancedNumber(refusal.enhancedStatus);
    const foreign = this.#boundSystemIdentified();
    const found: Match[] = [];
    for (let i = 0; i < this.#hitRules.length; i++) {
      this.#consider(found, this.#hitRules[i] as number, this.#hitWeights[i] as number, refusal, enhanced, foreign);
    }
    for (const rule of this.#codes.get(enhanced) ?? []) this.#consider(found, rule, 0, refusal, enhanced, foreign);
    for (const rule of this.#codes.get(replyCode) ?? []) this.#consider(found, rule, 0, refusal, enhanced, foreign);
    return found;
  }

  #boundSystemIdentified(): boolean {
    return this.#hitSystems.some((system) => boundKinds.has((this.#systems[system] as SystemRow).kind));
  }

  #consider(found: Match[], index: number, weight: number, refusal: Refusal, enhanced: number, foreign: boolean): void {
    const systemNumber = this.#systemOf[index] as number;
    const system = this.#systems[systemNumber] as SystemRow;
    const row = system.rules[index - (this.#firstRule[systemNumber] as number)] as RuleRow;
    if (refusal.beforeRecipient && row.reason.startsWith('recipient.')) return;
    const codes = this.#codeSetOf(index, row);
    const agreement = codes.agreement(refusal.replyCode ?? 0, enhanced);
    if (agreement === NO_CODE && (row.needsCode || weight === 0)) return;
    // A code rule that names enhanced codes is not met by its reply code alone.
    if (agreement !== ENHANCED_CODE && (row.needsCode || weight === 0) && codes.hasEnhanced) return;
    const identified = this.#hitSystems.includes(systemNumber);
    if (!identified && (row.needsHost || (foreign && !row.anywhere && boundKinds.has(system.kind)))) return;
    const ground: Ground =
      weight > 0 ? (row.weak ? 'weak-words' : 'words') : row.weak ? 'weak-code' : identified ? 'host-and-code' : 'code';
    const bonus = agreement === ENHANCED_CODE ? ENHANCED_BONUS : agreement === NO_CODE ? 0 : REPLY_BONUS;
    // Words that only hint still mean more from the system that is known to say them than general wording does.
    const own = identified ? (row.weak ? OWN_WORDS : IDENTIFIED) : system.kind === 'wording' ? 0 : OWN_WORDS;
    const tier = ground === 'weak-words' && identified ? 'words' : ground;
    const rank = groundRank[tier] * 65_536 + own + Math.min(weight + bonus, 8_191);
    found.push({
      system: system.slug,
      kind: system.kind,
      rule: `${system.slug}/${row.id}`,
      reason: row.reason,
      ground,
      identified,
      codeAgrees: agreement !== NO_CODE,
      row,
      rank,
    });
  }

  #provider(best: Match | null): string | null {
    let provider: string | null = null;
    for (const index of this.#hitSystems) {
      const { slug, kind } = this.#systems[index] as SystemRow;
      if (!boundKinds.has(kind)) continue;
      if (slug === best?.system) return slug;
      provider ??= slug;
    }
    return provider;
  }

  #blocklists(): string[] {
    const named: string[] = [];
    const add = (index: number): void => {
      const { slug, kind } = this.#systems[index] as SystemRow;
      if (kind === 'blocklist' && !named.includes(slug)) named.push(slug);
    };
    for (const system of this.#hitSystems) add(system);
    for (const rule of this.#hitRules) add(this.#systemOf[rule] as number);
    return named.sort();
  }
}
