import type { RuleRow, RuleTable, SystemRow } from '@whybounce/knowledge';
import { normalise } from '../text/normalise.ts';
import { CodeSet, ENHANCED_CODE, enhancedNumber, NO_CODE } from './codes.ts';
import { HostIndex } from './host-index.ts';
import { LaidOver, type Layer } from './layer.ts';
import { BY_DOMAIN, BY_HOST, BY_NOTHING, type Ground, Match, type Origin, type WordKeeper } from './match.ts';
import { codesOf, type PackedIndex } from './pack-index.ts';
import { TableWords } from './table-words.ts';

export type { Ground, Match } from './match.ts';

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

/** Why a rule does not hold for a refusal although its words stand in it. */
export type Obstacle = 'disabled' | 'before-recipient' | 'needs-code' | 'needs-host' | 'words-of-another';

/** A rule that does not hold although its words stand in a refusal. */
export interface Miss {
  /** `system/entry` */
  readonly rule: string;
  readonly row: RuleRow;
  readonly origin: Origin;
  /** As the rule writes them, normalised. */
  readonly words: string;
  readonly obstacle: Obstacle;
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

/** A step of the ground outranks everything but another ground. */
const GROUND = 65_536;
/** How many letters of wording an agreeing code is worth. */
export const ENHANCED_BONUS = 12;
export const REPLY_BONUS = 4;

/** What the words of a system that nobody named are worth before general wording. */
const OWN_WORDS = 8_192;
/** What the words of the system that host, mark or domain names are worth. */
const IDENTIFIED = 16_384;
/** What a layer's words that only hint are worth: more than any other hint, less than words that say it. */
const LAID_OVER_HINT = 32_768;
/** What any other rule of a layer is worth: more than all that lies below, whatever its priority. */
const LAID_OVER = 2 ** 40;
/** A step of priority outranks everything but the next step. */
const PRIORITY = 2 ** 20;

/** The levels of a rank, the weightiest first: a lower one counts only where all before it are equal. */
export interface RankLevels {
  /** Whether the rule lies over the others, and its priority there. */
  readonly precedence: number;
  /** Words, host and code, code, hints. */
  readonly ground: number;
  /** Whether the words are those of the system that refused, of some system, or anybody's. */
  readonly ownership: number;
  /** Letters of its words, with what an agreeing code is worth. */
  readonly letters: number;
}

/** Takes the rank of a {@link Match} apart. */
export function levelsOf(rank: number): RankLevels {
  const within = rank % PRIORITY;
  return {
    precedence: (rank - within) / PRIORITY,
    ground: Math.floor(within / GROUND),
    ownership: Math.floor((within % GROUND) / OWN_WORDS),
    letters: within % OWN_WORDS,
  };
}

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
  readonly #words: TableWords;
  readonly #layer: LaidOver | null;
  readonly #codes: ReadonlyMap<number, readonly number[]>;
  readonly #codeSets = new Map<number, CodeSet>();
  readonly #hosts = new HostIndex();
  readonly #domains = new HostIndex();
  // Scratch space of one call; match() is not re-entrant and need not be.
  #hitRules: number[] = [];
  #hitWeights: number[] = [];
  #hitLines: number[] = [];
  #hitSystems: number[] = [];
  #hitSigns: number[] = [];
  /** The best rule so far. */
  #best: Match | null = null;
  /** Where rules are noted that do not hold although their words stand there; null where nobody asks. */
  #misses: Miss[] | null = null;

  /**
   * @param table all systems with their rules
   * @param packed the index of this very table, made before by `packIndex`
   * @param layer rules that win over those of the table
   */
  constructor(table: RuleTable, packed?: PackedIndex, layer?: Layer) {
    this.#words = new TableWords(table, packed, this.#onWords);
    const codes = packed === undefined ? codesOf(table) : new Map(packed.codes);
    for (const [system, { hosts, domains }] of table.systems.entries()) {
      for (const host of hosts) this.#hosts.add(host, system);
      for (const domain of domains) this.#domains.add(domain, system);
    }
    this.#number(table);
    if (layer === undefined) {
      this.#systems = table.systems;
      this.#layer = null;
    } else {
      const below = this.#systemOf.length;
      this.#systems = [...table.systems, ...layer.table.systems];
      this.#layer = new LaidOver(layer, table, below, this.#onWords);
      this.#number(layer.table);
      for (const [code, rules] of codesOf(layer.table))
        codes.set(code, [...(codes.get(code) ?? []), ...rules.map((rule) => rule + below)]);
    }
    this.#codes = codes;
  }

  /** Numbers the rules of a table behind those that have numbers already. */
  #number({ systems }: RuleTable): void {
    for (const { ruleCount } of systems) {
      const system = this.#firstRule.length;
      this.#firstRule.push(this.#systemOf.length);
      for (let i = 0; i < ruleCount; i++) this.#systemOf.push(system);
    }
  }

  /** The rule that reads a refusal best, and whose refusal it is. */
  match(refusal: Refusal): Findings {
    this.#best = null;
    this.#collect(refusal, null);
    const best: Match | null = this.#best;
    return { best, provider: this.#provider(best), blocklists: this.#blocklists() };
  }

  /** Every rule that holds for a refusal, best first: for explaining a verdict and for proving the rules. */
  matches(refusal: Refusal): Match[] {
    const seen = new Map<string, Match>();
    const found: Match[] = [];
    this.#collect(refusal, found);
    for (const match of found) {
      const known = seen.get(match.rule);
      if (known === undefined || known.rank < match.rank) seen.set(match.rule, match);
    }
    return [...seen.values()].sort((a, b) => b.rank - a.rank || (a.rule < b.rule ? -1 : 1));
  }

  /** The rules that do not hold although their words stand in a refusal, each once, sorted by id. */
  misses(refusal: Refusal): Miss[] {
    const misses: Miss[] = [];
    const found: Match[] = [];
    this.#misses = misses;
    this.#collect(refusal, found);
    this.#misses = null;
    const held = new Set(found.map(({ rule, origin }) => `${origin} ${rule}`));
    const seen = new Map<string, Miss>();
    for (const miss of misses) {
      const key = `${miss.origin} ${miss.rule}`;
      if (!held.has(key) && !seen.has(key)) seen.set(key, miss);
    }
    return [...seen.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1));
  }

  /** The system that a host name belongs to, or null. */
  systemOfHost(host: string): string | null {
    const own = this.#layer?.hosts.find(host) ?? -1;
    return this.#systems[own >= 0 ? own : this.#hosts.find(host)]?.slug ?? null;
  }

  readonly #onWords = (owner: number, weight: number, line: number): void => {
    if (owner < 0) this.#identify(-1 - owner, line);
    else {
      this.#hitRules.push(owner);
      this.#hitWeights.push(weight);
      this.#hitLines.push(line);
    }
  };

  /** Looks for all words in the text of a refusal. */
  #read(diagnostic: string): void {
    const text = normalise(diagnostic);
    this.#words.find(text);
    this.#layer?.find(text);
  }

  readonly #keeper: WordKeeper = {
    wordsOf: (line) => (this.#layer?.owns(line) ? this.#layer.wordsOf(line) : this.#words.wordsOf(line)),
  };

  #codeSetOf(rule: number, row: RuleRow): CodeSet {
    let set = this.#codeSets.get(rule);
    if (set === undefined) {
      set = new CodeSet(row.codes);
      this.#codeSets.set(rule, set);
    }
    return set;
  }

  #identify(system: number, sign: number): void {
    if (system < 0 || this.#hitSystems.includes(system)) return;
    this.#hitSystems.push(system);
    this.#hitSigns.push(sign);
    if (this.#layer !== null) for (const borrower of this.#layer.borrowersOf(system)) this.#identify(borrower, sign);
  }

  /** Finds the rules that hold: all of them into `found`, or only the best where that is null. */
  #collect(refusal: Refusal, found: Match[] | null): void {
    this.#hitRules.length = 0;
    this.#hitWeights.length = 0;
    this.#hitLines.length = 0;
    this.#hitSystems.length = 0;
    this.#hitSigns.length = 0;
    const { host, recipientDomain } = refusal;
    if (host !== null) {
      if (this.#layer !== null) this.#identify(this.#layer.hosts.find(host), BY_HOST);
      this.#identify(this.#hosts.find(host), BY_HOST);
    }
    if (refusal.diagnostic !== null) this.#read(refusal.diagnostic);
    // A recipient's domain says who keeps the mailbox, but a named host that is somebody else's outranks it.
    if (recipientDomain !== null && !this.#boundSystemIdentified()) {
      if (this.#layer !== null) this.#identify(this.#layer.domains.find(recipientDomain), BY_DOMAIN);
      this.#identify(this.#domains.find(recipientDomain), BY_DOMAIN);
    }
    const replyCode = refusal.replyCode ?? 0;
    const enhanced = enhancedNumber(refusal.enhancedStatus);
    const foreign = this.#boundSystemIdentified();
    for (let i = 0; i < this.#hitRules.length; i++) {
      const rule = this.#hitRules[i] as number;
      const weight = this.#hitWeights[i] as number;
      this.#consider(found, rule, weight, this.#hitLines[i] as number, refusal, enhanced, foreign);
    }
    for (const rule of this.#codes.get(enhanced) ?? []) this.#consider(found, rule, 0, -1, refusal, enhanced, foreign);
    for (const rule of this.#codes.get(replyCode) ?? []) this.#consider(found, rule, 0, -1, refusal, enhanced, foreign);
  }

  #boundSystemIdentified(): boolean {
    return this.#hitSystems.some((system) => boundKinds.has((this.#systems[system] as SystemRow).kind));
  }

  #consider(
    found: Match[] | null,
    index: number,
    weight: number,
    line: number,
    refusal: Refusal,
    enhanced: number,
    foreign: boolean,
  ): void {
    const systemNumber = this.#systemOf[index] as number;
    const system = this.#systems[systemNumber] as SystemRow;
    const row = system.rules[index - (this.#firstRule[systemNumber] as number)] as RuleRow;
    const codes = this.#codeSetOf(index, row);
    const agreement = codes.agreement(refusal.replyCode ?? 0, enhanced);
    const hit = this.#hitSystems.indexOf(systemNumber);
    const identified = hit >= 0;
    // A code rule that names enhanced codes is not met by its reply code alone.
    const codeMet = agreement === ENHANCED_CODE || (agreement !== NO_CODE && !codes.hasEnhanced);
    let obstacle: Obstacle | null = null;
    if (this.#layer?.disabled.has(index)) obstacle = 'disabled';
    else if (refusal.beforeRecipient && row.reason.startsWith('recipient.')) obstacle = 'before-recipient';
    else if (!codeMet && (row.needsCode || weight === 0)) obstacle = 'needs-code';
    else if (!identified && row.needsHost) obstacle = 'needs-host';
    else if (!identified && foreign && !row.anywhere && boundKinds.has(system.kind)) obstacle = 'words-of-another';
    if (obstacle !== null) {
      if (this.#misses !== null && line >= 0) this.#miss(this.#misses, system, row, line, obstacle);
      return;
    }
    const ground: Ground =
      weight > 0 ? (row.weak ? 'weak-words' : 'words') : row.weak ? 'weak-code' : identified ? 'host-and-code' : 'code';
    const bonus = agreement === ENHANCED_CODE ? ENHANCED_BONUS : agreement === NO_CODE ? 0 : REPLY_BONUS;
    const laidOver = this.#layer !== null && systemNumber >= this.#layer.firstSystem;
    // Words that only hint still mean more from the system that is known to say them than general wording does.
    const own = identified ? (row.weak ? OWN_WORDS : IDENTIFIED) : system.kind === 'wording' ? 0 : OWN_WORDS;
    const tier = ground === 'weak-words' && identified && !laidOver ? 'words' : ground;
    let rank = groundRank[tier] * GROUND + own + Math.min(weight + bonus, OWN_WORDS - 1);
    if (laidOver) rank += row.weak ? LAID_OVER_HINT : LAID_OVER + (row.priority ?? 0) * PRIORITY;
    // Most refusals meet several rules, and only one of them is asked for: the others are not even made.
    const best = this.#best;
    if (found === null && best !== null) {
      if (rank < best.rank || (rank === best.rank && `${system.slug}/${row.id}` >= best.rule)) return;
    }
    const match = new Match(
      system,
      row,
      ground,
      agreement !== NO_CODE,
      rank,
      laidOver ? 'overlay' : 'built-in',
      this.#keeper,
      line,
      identified ? (this.#hitSigns[hit] as number) : BY_NOTHING,
    );
    if (found === null) this.#best = match;
    else found.push(match);
  }

  #miss(misses: Miss[], system: SystemRow, row: RuleRow, line: number, obstacle: Obstacle): void {
    const origin = this.#layer?.owns(line) ? 'overlay' : 'built-in';
    misses.push({ rule: `${system.slug}/${row.id}`, row, origin, words: this.#keeper.wordsOf(line), obstacle });
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
