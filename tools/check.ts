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
  ...['knowledge', 'core', 'cli'].flatMap((folder): readonly (readonly [string, readonly string[]])[] => [
    [`package ${folder}`, ['publint', '--strict', folder]],
    [`types of package ${folder}`, ['attw', '--pack', folder, '--profile', 'esm-only', '--format', 'ascii']],
  ]),
];

let failed = 0;
for (const [name, [command = '', ...args]] of checks) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: false });
  const ok = status === 0;
  if (!ok) failed++;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
  if (!ok) console.log(`${stdout}${stderr}`.trimEnd());
}
process.exitCode = failed === 0 ? 0 : 1;
