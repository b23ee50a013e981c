import type { BuildOptions } from 'esbuild';
import { type PageTablesOptions, pageTables } from './page-tables.ts';

/**
 * Options of esbuild for the engine as the page carries it. `charset`: by itself esbuild writes letters
 * beyond ASCII as escapes, so the file must be served as UTF-8.
 */
export function engineOptions(entry: string, tables?: PageTablesOptions): BuildOptions & { readonly write: false } {
  return {
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    conditions: ['source'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [pageTables(tables)],
  };
}
