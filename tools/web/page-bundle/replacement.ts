import { join } from 'node:path';
import { valueModules, valuesOf } from './page-plan.ts';

/** The module that holds all texts of a bundle. */
export const TEXTS_MODULE = 'page-tables:texts';

const importTexts = `import { texts } from '${TEXTS_MODULE}';`;
const table = (file: string): string => JSON.stringify(join(import.meta.dirname, 'table', file));
const textOf = (name: string): string => `texts.get(${JSON.stringify(name)})`;
const textsOf = (names: readonly string[]): string =>
  `{ ${names.map((name) => `${name}: ${textOf(name)}`).join(', ')} }`;

const ruleTexts = textsOf(['systems', 'ids', 'reasons', 'reasonOf', 'codes', 'codesOf', 'others', 'othersOf', 'words']);
const proseTexts = textsOf(['meanings', 'meaningOf', 'steps', 'stepsOf', 'links', 'linkOf']);

/** Modules that are made from several texts. */
const madeModules: Readonly<Record<string, string>> = {
  'knowledge/src/built-in-rules.ts': `${importTexts}
import { readRules } from ${table('rules.ts')};
export const ruleTable = /* @__PURE__ */ readRules(${ruleTexts}, () => ${textOf('wideWords')});`,
  'knowledge/src/generated/prose.ts': `${importTexts}
import { ruleTable } from '../built-in-rules.ts';
import { readProse } from ${table('prose.ts')};
let prose;
export async function loadProse(slug) {
  prose ??= readProse(ruleTable.systems, ${proseTexts});
  return prose.get(slug) ?? null;
}`,
  'knowledge/src/diagnosis-prose.ts': `${importTexts}
import { readValue } from ${table('value.ts')};
let prose;
export async function loadDiagnosisProse() {
  prose ??= readValue(${textOf('diagnosisProse')});
  return prose;
}`,
  // The engine works this out where it is missing, which takes less time than it takes to load it.
  'core/src/generated/rule-index.ts': 'export const ruleIndex = undefined;\nexport const cueGrams = undefined;',
};

/**
 * What stands in the place of a module in a page's bundle; null where it stays.
 *
 * @param path under the repository's root, with `/`
 */
export async function replacementOf(path: string): Promise<string | null> {
  const made = madeModules[path];
  if (made !== undefined) return made;
  if (!(valueModules as readonly string[]).includes(path)) return null;
  const exports = (await valuesOf(path)).map(({ name, exported, isSet }) => {
    const value = `readValue(${textOf(name)})`;
    return `export const ${exported} = /* @__PURE__ */ ${isSet ? `asSet(${value})` : value};`;
  });
  return `${importTexts}\nimport { asSet, readValue } from ${table('value.ts')};\n${exports.join('\n')}`;
}
