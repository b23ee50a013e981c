import { type RuleRow, ruleTable, type SystemKind, type SystemRow } from '@whybounce/knowledge';

/** An entry as the matcher knows it, with its system. */
export interface KnownRule {
  /** `system/entry` */
  readonly rule: string;
  readonly system: SystemRow;
  readonly row: RuleRow;
}

/** A system as pages name it. */
export interface SystemRef {
  readonly slug: string;
  readonly name: string;
  readonly kind: SystemKind;
}

/** An entry as other pages name it. */
export interface RuleRef {
  /** `system/entry`, which is its page's slug too. */
  readonly rule: string;
  readonly system: SystemRef;
  readonly codes: readonly string[];
  readonly reason: RuleRow['reason'];
}

let known: readonly KnownRule[] | undefined;
let byName: ReadonlyMap<string, KnownRule> | undefined;

/** Every entry of every system: systems by slug, entries in their file's order. */
export function allRules(): readonly KnownRule[] {
  known ??= ruleTable.systems.flatMap((system) =>
    system.rules.map((row) => ({ rule: `${system.slug}/${row.id}`, system, row })),
  );
  return known;
}

/** An entry by `system/entry`; null where there is none. */
export function findRule(rule: string): KnownRule | null {
  byName ??= new Map(allRules().map((item) => [item.rule, item]));
  return byName.get(rule) ?? null;
}

/** A system by its slug; null where there is none. */
export function findSystemRow(slug: string): SystemRow | null {
  return ruleTable.systems.find((system) => system.slug === slug) ?? null;
}

export function systemRef({ slug, name, kind }: SystemRow): SystemRef {
  return { slug, name, kind };
}

export function ruleRef({ rule, system, row }: KnownRule): RuleRef {
  return { rule, system: systemRef(system), codes: row.codes, reason: row.reason };
}
