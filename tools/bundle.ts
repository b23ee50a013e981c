import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Bundles the command into few files, so that it starts fast: `cli/dist/bundle/whybounce.js`, what that
 * loads later, and the tables as JSON beside it (as code they would be parsed twice at every start).
 */

const root = join(import.meta.dirname, '..');
const outdir = join(root, 'cli', 'dist', 'bundle');
rmSync(outdir, { recursive: true, force: true });
mkdirSync(outdir, { recursive: true });

/** Generated files that are stored as JSON. */
const tables = /[\\/]generated[\\/](?:rules|wide-words|rule-index|diagnosis|diagnosis-prose)\.ts$/;

const tablesAsJson: Plugin = {
  name: 'tables-as-json',
  setup(plugin) {
    plugin.onLoad({ filter: tables }, async ({ path }) => {
      const module = (await import(path)) as Record<string, unknown>;
      const lines = Object.entries(module).map(([name, exported]) => {
        const value = typeof exported === 'function' ? exported() : exported;
        writeFileSync(join(outdir, `${name}.json`), JSON.stringify(value));
        const read = `JSON.parse(readFileSync(new URL('./${name}.json', import.meta.url), '${/[\u0080-\uffff]/.test(JSON.stringify(value)) ? 'utf8' : 'latin1'}'))`;
        return `export const ${name} = ${typeof exported === 'function' ? `() => ${read}` : read};`;
      });
      return { contents: `import { readFileSync } from 'node:fs';\n${lines.join('\n')}`, loader: 'js' };
    });
  },
};

/** Node's own modules, with and without their prefix. */
const ofNode = new RegExp(`^(?:node:.+|${builtinModules.join('|')})$`);

/**
 * `import … from 'node:fs'` makes Node load all that fs can do (streams, promises, watchers: 8 ms);
 * asking for the module object does not. CommonJS modules get that object too: a bundle of ES modules has no `require`.
 */
const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup(plugin) {
    plugin.onResolve({ filter: ofNode }, ({ path, kind }) => ({
      path,
      namespace: kind === 'require-call' ? 'builtin-cjs' : 'builtin',
    }));
    plugin.onLoad({ filter: /.*/, namespace: 'builtin-cjs' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
      loader: 'js',
    }));
    plugin.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => {
      const descriptors = Object.entries(Object.getOwnPropertyDescriptors(process.getBuiltinModule(path) as object));
      const names = descriptors
        .filter(([name, { value }]) => value !== undefined && name !== 'default')
        .map(([name]) => name);
      const lines = names.map(
        (name) => `export const ${name} = /*#__PURE__*/ process.getBuiltinModule('${path}').${name};`,
      );
      return { contents: `export default process.getBuiltinModule('${path}');\n${lines.join('\n')}`, loader: 'js' };
    });
  },
};

await build({
  entryPoints: {
    whybounce: join(root, 'cli', 'src', 'main.ts'),
    // The service starts these beside itself as threads.
    'read-thread': join(root, 'server', 'src', 'desk', 'read-thread.ts'),
    'message-thread': join(root, 'server', 'src', 'check', 'message-thread.ts'),
    'search-thread': join(root, 'server', 'src', 'desk', 'search-thread.ts'),
  },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.19',
  conditions: ['source'],
  // Its build for Node is CommonJS, which cannot be bundled here; it is loaded only for files that an operator wrote.
  external: ['yaml'],
  plugins: [tablesAsJson, lazyBuiltins],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
});
