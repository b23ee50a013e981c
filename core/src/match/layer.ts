import type { RuleTable } from '@whybounce/knowledge';
import { HostIndex } from './host-index.ts';
import { type OnWords, TableWords } from './table-words.ts';

/** Rules that are laid over those of a table: theirs win. */
export interface Layer {
  readonly table: RuleTable;
  /** Numbers of its systems that go by the hosts, marks and domains of the system below that has the same slug. */
  readonly borrowing: ReadonlySet<number>;
  /** `system/entry` of the rules below that are switched off. */
  readonly disabled: ReadonlySet<string>;
}

/** Lines of a layer's words are numbered from here on. */
const FIRST_LINE = 1 << 24;

/** A layer as the matcher uses it: its systems and rules are numbered behind those of the table below. */
export class LaidOver {
  readonly hosts = new HostIndex();
  readonly domains = new HostIndex();
  readonly firstSystem: number;
  /** Numbers of the rules below that are switched off. */
  readonly disabled = new Set<number>();
  readonly #words: TableWords;
  /** For systems below, the systems of the layer that are named along with them. */
  readonly #borrowers = new Map<number, number[]>();

  /**
   * @param below the table over which the layer lies
   * @param firstRule number of the layer's first rule: how many rules there are below
   * @param tell called for words of the layer
   */
  constructor({ table, borrowing, disabled }: Layer, below: RuleTable, firstRule: number, tell: OnWords) {
    const firstSystem = below.systems.length;
    this.firstSystem = firstSystem;
    this.#words = new TableWords(table, undefined, (owner, weight, line) =>
      tell(owner < 0 ? owner - firstSystem : owner + firstRule, weight, line + FIRST_LINE),
    );
    const slugs = new Map(below.systems.map(({ slug }, number) => [slug, number]));
    for (const [i, { slug, hosts, domains }] of table.systems.entries()) {
      const number = firstSystem + i;
      for (const host of hosts) this.hosts.add(host, number);
      for (const domain of domains) this.domains.add(domain, number);
      const same = slugs.get(slug);
      if (same !== undefined && borrowing.has(i)) this.#borrowers.set(same, [...this.borrowersOf(same), number]);
    }
    for (const rule of disabled) this.#disable(rule, below);
  }

  #disable(rule: string, below: RuleTable): void {
    const [slug, id] = rule.split('/');
    let number = 0;
    for (const system of below.systems) {
      if (system.slug === slug) {
        const index = system.rules.findIndex((row) => row.id === id);
        if (index >= 0) this.disabled.add(number + index);
        return;
      }
      number += system.ruleCount;
    }
  }

  /** Tells of the layer's words that stand in a text (normalised). */
  find(text: string): void {
    this.#words.find(text);
  }

  /** The systems of the layer that go by the signs of a system below. */
  borrowersOf(system: number): readonly number[] {
    return this.#borrowers.get(system) ?? [];
  }

  /** Whether a line is one of the layer's. */
  owns(line: number): boolean {
    return line >= FIRST_LINE;
  }

  wordsOf(line: number): string {
    return this.#words.wordsOf(line - FIRST_LINE);
  }
}
