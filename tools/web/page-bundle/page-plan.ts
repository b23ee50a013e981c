import { join } from 'node:path';
import { ruleTable } from '../../../knowledge/src/built-in-rules.ts';
import { diagnosisProse } from '../../../knowledge/src/generated/diagnosis-prose.ts';
import { loadProse } from '../../../knowledge/src/generated/prose.ts';
import type { SystemProse } from '../../../knowledge/src/prose.ts';
import { writeProse } from './table/prose.ts';
import { writeRules } from './table/rules.ts';
import { writeValue } from './table/value.ts';

/** Modules that export nothing but data, as paths under the repository's root. Their exports become texts. */
export const valueModules = [
  'knowledge/src/generated/diagnosis.ts',
  'knowledge/src/marker/auto-reply-subject.ts',
  'knowledge/src/marker/bounce-phrase.ts',
  'knowledge/src/marker/bounce-subject.ts',
  'knowledge/src/marker/challenge-phrase.ts',
  'knowledge/src/marker/delay-subject.ts',
  'knowledge/src/marker/delivered-subject.ts',
  'knowledge/src/marker/read-receipt-subject.ts',
  'knowledge/src/policy/while-open.ts',
  'knowledge/src/vocabulary/reason-table.ts',
  'knowledge/src/vocabulary/crosswalk.ts',
  'core/src/generated/page-hosts.ts',
  'core/src/redact/common-words.ts',
  'knowledge/src/trace-tool/index.ts',
  'knowledge/src/checklist/index.ts',
  'knowledge/src/code/index.ts',
  'knowledge/src/generated/links.ts',
] as const;

const root = join(import.meta.dirname, '..', '..', '..');

/** What a module exports, as texts by their names. */
export interface ModuleValue {
  /** `knowledge/src/marker/bounce-phrase.ts#bouncePhrases` */
  readonly name: string;
  readonly exported: string;
  readonly isSet: boolean;
  readonly text: string;
}

/**
 * The exports of a module of data as texts.
 *
 * @throws RangeError where one is no data
 */
export async function valuesOf(path: string): Promise<ModuleValue[]> {
  const module = (await import(join(root, path))) as Readonly<Record<string, unknown>>;
  return Object.entries(module).map(([exported, value]) => {
    const isSet = value instanceof Set;
    return { name: `${path}#${exported}`, exported, isSet, text: writeValue(isSet ? [...value] : value) };
  });
}

/**
 * All texts that a page carries, in the order in which it needs them.
 *
 * @param isUsed whether the page uses what a module of data exports ({@link ModuleValue})
 */
export async function pageTexts(isUsed: (name: string) => boolean): Promise<ReadonlyMap<string, string>> {
  const { wideWords, ...rules } = writeRules(ruleTable);
  const proses = new Map<string, SystemProse>();
  for (const { slug } of ruleTable.systems) proses.set(slug, (await loadProse(slug)) ?? {});
  const prose = writeProse(ruleTable.systems, (slug) => proses.get(slug) as SystemProse);
  const values = (await Promise.all(valueModules.map(valuesOf))).flat().filter(({ name }) => isUsed(name));
  return new Map<string, string>([
    ...Object.entries(rules),
    ...values.map(({ name, text }) => [name, text] as const),
    ['wideWords', wideWords],
    ...Object.entries(prose),
    ['diagnosisProse', writeValue(diagnosisProse)],
  ]);
}
