import type { BuildOptions } from 'esbuild';

/**
 * How scripts and sheets for browsers are bundled. The oldest browsers are those that know `light-dark()`
 * and the `scripting` media feature. `charset`: by itself esbuild writes letters beyond ASCII as escapes,
 * which the knowledge of thirty languages pays dearly; so the files must be served as UTF-8.
 */
export const browserOptions = {
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'browser',
  target: ['es2024', 'chrome123', 'firefox125', 'safari17.5'],
  conditions: ['source'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  outdir: '/assets',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
} as const satisfies BuildOptions;
