import { join, relative, sep } from 'node:path';
import { build, type BuildOptions, type Plugin, type PluginBuild } from 'esbuild';
import { packTexts } from './coder/pack-texts.ts';
import { pagePlan, valueModules, valuesOf } from './page-plan.ts';

const root = join(import.meta.dirname, '..', '..');
/** The module that holds all texts of a bundle. */
const TEXTS = 'page-tables:texts';
const here = (file: string): string => JSON.stringify(join(import.meta.dirname, file));
const textOf = (name: string): string => `texts.text(${JSON.stringify(name)})`;

/**
 * Lets a bundle for the page carry the knowledge in a third less than compressed code takes: the generated
 * tables and the modules that hold nothing but data are replaced by texts, packed by how well each word
 * is foretold. What the bundle answers does not change.
 */
export function pageTables(): Plugin {
  return {
    name: 'page-tables',
    async setup(plugin) {
      const used = await usedValues(plugin.initialOptions);
      replaceModules(plugin);
      plugin.onLoad({ filter: /.*/, namespace: 'page-tables' }, async () => {
        const { plan, texts } = await pagePlan((name) => used.has(name));
        const packed = packTexts(plan, texts);
        return {
          contents: `import { PageTexts } from ${here('page-texts.ts')};\nexport const texts = /* @__PURE__ */ new PageTexts(${JSON.stringify(plan)}, ${JSON.stringify(packed)});`,
          resolveDir: root,
          loader: 'js',
        };
      });
    },
  };
}

/** Names of the values that are left in a bundle when everything is dropped that nobody uses. */
async function usedValues(options: BuildOptions): Promise<ReadonlySet<string>> {
  const survey: Plugin = {
    name: 'page-tables-survey',
    setup(plugin) {
      replaceModules(plugin);
      plugin.onLoad({ filter: /.*/, namespace: 'page-tables' }, () => ({ contents: 'export const texts = globalThis.texts;' }));
    },
  };
  const plugins = (options.plugins ?? []).filter(({ name }) => name !== 'page-tables');
  const result = await build({ ...options, plugins: [...plugins, survey], write: false, metafile: false, minify: true, logLevel: 'silent' });
  const code = (result.outputFiles ?? []).map(({ text }) => text).join('\n');
  const values = await Promise.all(valueModules.map(valuesOf));
  return new Set(values.flat().map(({ name }) => name).filter((name) => code.includes(name)));
}

/** Replaces the modules whose data stand in the texts. */
function replaceModules(plugin: PluginBuild): void {
  plugin.onResolve({ filter: new RegExp(`^${TEXTS}$`) }, () => ({ path: TEXTS, namespace: 'page-tables', sideEffects: false }));
  plugin.onLoad({ filter: /[\\/](?:core|knowledge)[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
    const contents = await replacementOf(relative(root, path).split(sep).join('/'));
    return contents === null ? null : { contents, loader: 'js', resolveDir: join(path, '..') };
  });
}

const imports = `import { texts } from '${TEXTS}';`;

/** What stands in the place of a module; null where it stays. */
async function replacementOf(path: string): Promise<string | null> {
  if (path === 'knowledge/src/built-in-rules.ts') {
    const fields = ['systems', 'ids', 'reasons', 'codes', 'others', 'words'].map((name) => `${name}: ${textOf(name)}`);
    return `${imports}\nimport { readRules } from ${here('table/rules.ts')};\nexport const ruleTable = /* @__PURE__ */ readRules({ ${fields.join(', ')} }, () => ${textOf('wideWords')});`;
  }
  // The matcher works it out when it is built, which takes less time than it takes to load it.
  if (path === 'core/src/generated/rule-index.ts') return 'export const ruleIndex = undefined, cueGrams = undefined;';
  if (path === 'knowledge/src/generated/prose.ts') {
    const fields = ['meanings', 'steps', 'links'].map((name) => `${name}: ${textOf(name)}`);
    return `${imports}\nimport { ruleTable } from '../built-in-rules.ts';\nimport { readProse } from ${here('table/prose.ts')};\nlet prose;\nexport async function loadProse(slug) {\n  prose ??= readProse(ruleTable.systems, { ${fields.join(', ')} });\n  return prose.get(slug) ?? null;\n}`;
  }
  if (!(valueModules as readonly string[]).includes(path)) return null;
  const exports = (await valuesOf(path)).map(({ name, exported, isSet }) => {
    const value = `readValue(${textOf(name)})`;
    return `export const ${exported} = /* @__PURE__ */ ${isSet ? `asSet(${value})` : value};`;
  });
  return `${imports}\nimport { asSet, readValue } from ${here('table/value.ts')};\n${exports.join('\n')}`;
}
