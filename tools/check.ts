import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `npm run check`: runs every check, prints what each says, and fails where one fails. */

const root = join(import.meta.dirname, '..');
const checks: readonly (readonly [string, readonly string[]])[] = [
  ['types', ['tsc', '-p', 'tsconfig.json']],
  ['lint and format', ['biome', 'check', '--error-on-warnings', '.']],
  ['arrows', ['node', '--conditions=source', 'tools/check-arrows.ts']],
  ['dead code', ['knip']],
  ['knowledge', ['node', '--conditions=source', 'tools/check-knowledge.ts']],
  ['links', ['node', '--conditions=source', 'tools/check-links.ts']],
  ['examples', ['node', '--conditions=source', 'tools/check-examples.ts']],
  ['private text', ['node', '--conditions=source', 'tools/check-private.ts']],
  ['stale claims', ['node', '--conditions=source', 'tools/stale-claims.ts']],
  ...['knowledge', 'core', 'web', 'probe', 'server', 'cli'].flatMap(
    (folder): readonly (readonly [string, readonly string[]])[] => [
      [`package ${folder}`, ['publint', '--strict', folder]],
      [`types of package ${folder}`, ['attw', '--pack', folder, '--profile', 'esm-only', '--format', 'ascii']],
    ],
  ),
];

/** Checks that never fail and whose last line is for whoever has time. */
const notes = new Set(['stale claims']);

let failed = 0;
for (const [name, [command = '', ...args]] of checks) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: false });
  const ok = status === 0;
  if (!ok) failed++;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
  if (!ok) console.log(`${stdout}${stderr}`.trimEnd());
  else if (notes.has(name)) console.log(`       ${stdout.trimEnd().split('\n').at(-1)}`);
}
process.exitCode = failed === 0 ? 0 : 1;
