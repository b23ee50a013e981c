import { join, relative, sep } from 'node:path';
import { type BuildOptions, build, type Plugin, type PluginBuild } from 'esbuild';
import { pageTexts, valueModules, valuesOf } from './page-plan.ts';
import { replacementOf, TEXTS_MODULE } from './replacement.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const NAMESPACE = 'page-tables';

/**
 * Lets a bundle carry the knowledge in less room: the generated tables and the modules that hold nothing but
 * data become texts in which each thing stands once and like stands beside like. What the bundle answers
 * stays the same.
 *
 * For bundles of one file that hold the engine. All texts go into the file, whatever of them it uses, so
 * a page's other scripts must be built without this plugin.
 */
export function pageTables(): Plugin {
  return {
    name: NAMESPACE,
    async setup(plugin) {
      const used = await usedValues(plugin.initialOptions);
      replaceModules(plugin);
      plugin.onLoad({ filter: /.*/, namespace: NAMESPACE }, async () => {
        const texts = await pageTexts((name) => used.has(name));
        return { contents: `export const texts = new Map(${JSON.stringify([...texts])});`, resolveDir: root };
      });
    },
  };
}

/** Names of the values that are left in a bundle when all is dropped that nobody uses: it is bundled once for that. */
async function usedValues(options: BuildOptions): Promise<ReadonlySet<string>> {
  const survey: Plugin = {
    name: `${NAMESPACE}-survey`,
    setup(plugin) {
      replaceModules(plugin);
      plugin.onLoad({ filter: /.*/, namespace: NAMESPACE }, () => ({ contents: 'export const texts = globalThis;' }));
    },
  };
  const others = (options.plugins ?? []).filter(({ name }) => name !== NAMESPACE);
  const result = await build({ ...options, plugins: [...others, survey], write: false, logLevel: 'silent' });
  const code = result.outputFiles?.map(({ text }) => text).join('\n') ?? '';
  const values = (await Promise.all(valueModules.map(valuesOf))).flat();
  return new Set(values.map(({ name }) => name).filter((name) => code.includes(JSON.stringify(name))));
}

/** Replaces the modules whose data stand in the texts. */
function replaceModules(plugin: PluginBuild): void {
  plugin.onResolve({ filter: new RegExp(`^${TEXTS_MODULE}$`) }, () => ({
    path: TEXTS_MODULE,
    namespace: NAMESPACE,
    sideEffects: false,
  }));
  plugin.onLoad({ filter: /[\\/](?:core|knowledge)[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
    const contents = await replacementOf(relative(root, path).split(sep).join('/'));
    return contents === null ? null : { contents, resolveDir: join(path, '..') };
  });
}
