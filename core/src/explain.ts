import {
  type CauseId,
  loadDiagnosisProse,
  loadProse,
  type ObservationId,
  type ReasonId,
  reasonTable,
  ruleTable,
  type TestId,
} from '@whybounce/knowledge';
import { usualCause } from './diagnose/usual-cause.ts';
import type { BounceEvent, Diagnosis } from './event.ts';
import type { RuleSet } from './rules/rule-set.ts';

/** What a rule's page says: for people, loaded when it is asked for. */
export interface RuleExplanation {
  readonly meaning: string;
  readonly steps: readonly string[];
  readonly link: string | null;
  /** The overlay in which the rule stands; null for a built-in one. */
  readonly source: string | null;
  /** What the operator wrote about the rule. */
  readonly notes: readonly string[];
}

/**
 * The prose of a rule (`system/entry`); null where there is no such rule.
 *
 * @param rules by which it was read, where these are not the built-in ones alone
 */
export async function explainRule(rule: string, rules?: RuleSet): Promise<RuleExplanation | null> {
  const notes = rules?.overlays?.notes.get(rule) ?? [];
  const own = rules?.overlays?.rules.get(rule);
  if (own !== undefined) return { ...own, notes };
  const slash = rule.indexOf('/');
  const prose = (await loadProse(rule.slice(0, slash))) ?? {};
  const id = rule.slice(slash + 1);
  const entry = Object.hasOwn(prose, id) ? prose[id] : undefined;
  return entry === undefined ? null : { meaning: entry[0], steps: entry[1], link: entry[2], source: null, notes };
}

/** What the operator wrote about the rule that read an event, about its system, and about the system that refused. */
export function explainNotes({ diagnosis, provider }: BounceEvent, rules?: RuleSet): readonly string[] {
  const notes = rules?.overlays?.notes;
  if (notes === undefined || notes.size === 0) return [];
  const rule = diagnosis?.rule ?? null;
  const about = [rule, rule === null ? null : rule.slice(0, rule.indexOf('/')), provider];
  return [...new Set(about)].flatMap((key) => (key === null ? [] : (notes.get(key) ?? [])));
}

/** A reason as a sentence for somebody who is no mail expert. */
export function sayReason(reason: ReasonId): string {
  return reasonTable[reason].says;
}

/** A system's name, as people write it; the slug itself where there is no such system. */
export function systemName(slug: string, rules?: RuleSet): string {
  const own = rules?.overlays?.names.get(slug);
  return own ?? ruleTable.systems.find((system) => system.slug === slug)?.name ?? slug;
}

/** What a cause means, what its owner does, and what shows that it is repaired. */
export interface CauseExplanation {
  readonly says: string;
  readonly steps: readonly string[];
  readonly verify: string;
}

/** The prose of a cause. */
export async function explainCause(cause: CauseId): Promise<CauseExplanation> {
  return (await loadDiagnosisProse()).causes[cause];
}

/**
 * The steps for a diagnosis: those of the rule, which knows its system, unless evidence points to another
 * cause than the usual one; then those of that cause.
 */
export async function explainSteps(
  { rule, cause, causes }: Pick<Diagnosis, 'rule' | 'cause' | 'causes'>,
  rules?: RuleSet,
): Promise<readonly string[]> {
  const own = rule === null ? [] : ((await explainRule(rule, rules))?.steps ?? []);
  if (cause === null || (own.length > 0 && cause === usualCause(causes))) return own;
  return (await explainCause(cause)).steps;
}

/** A test as it is asked of a person. */
export interface TestExplanation {
  /** The question; null for what only the input can tell. */
  readonly ask: string | null;
  /** How to find out. */
  readonly how: string | null;
  /** The outcomes that a plain yes and no mean; null where that is not the question. */
  readonly yes: ObservationId | null;
  readonly no: ObservationId | null;
}

/** The prose of a test. */
export async function explainTest(test: TestId): Promise<TestExplanation> {
  return (await loadDiagnosisProse()).tests[test];
}

/** What an observation says, as a sentence; null for an id that does not exist. */
export async function explainObservation(id: string): Promise<string | null> {
  const { observations } = await loadDiagnosisProse();
  return Object.hasOwn(observations, id) ? observations[id as ObservationId] : null;
}
