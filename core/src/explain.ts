import { loadProse, type ReasonId, reasonTable, ruleTable } from '@whybounce/knowledge';

/** What a rule's page says: for people, loaded when it is asked for. */
export interface RuleExplanation {
  readonly meaning: string;
  readonly steps: readonly string[];
  readonly link: string | null;
}

/** The prose of a rule (`system/entry`); null where there is no such rule. */
export async function explainRule(rule: string): Promise<RuleExplanation | null> {
  const slash = rule.indexOf('/');
  const prose = await loadProse(rule.slice(0, slash));
  const entry = prose?.[rule.slice(slash + 1)];
  return entry === undefined ? null : { meaning: entry[0], steps: entry[1], link: entry[2] };
}

/** A reason as a sentence for somebody who is no mail expert. */
export function sayReason(reason: ReasonId): string {
  return reasonTable[reason].says;
}

/** A system's name, as people write it; the slug itself where there is no such system. */
export function systemName(slug: string): string {
  return ruleTable.systems.find((system) => system.slug === slug)?.name ?? slug;
}
