import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the command into few files, so that it starts fast: `cli/dist/bundle/whybounce.js` and what that loads later. */

const cli = join(import.meta.dirname, '..', 'cli');
const outdir = join(cli, 'dist', 'bundle');
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: { whybounce: join(cli, 'src', 'main.ts') },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.19',
  conditions: ['source'],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
});
