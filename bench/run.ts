import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

/**
 * Runs all measurements, each in a process of its own, and prints their rows as a table. With words
 * behind it only those whose file names begin so: `node bench/run.ts mails start`.
 */

/** The files beside this one that measure. */
const measurements = [
  'mails',
  'diagnose',
  'replies',
  'log',
  'log-reader',
  'photo',
  'start',
  'hostile',
  'checks',
  'page',
];

if (!existsSync(join(import.meta.dirname, '..', 'cli', 'dist', 'bundle', 'whybounce.js'))) {
  console.error('The command is not built: run "npx node tools/generate.ts && npx node tools/bundle.ts" first.');
  process.exit(1);
}
const wanted = process.argv.slice(2);
const names = measurements.filter((name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
console.log('| what | figure | target |\n|---|---|---|');
for (const name of names) {
  const { status } = spawnSync(
    process.execPath,
    ['--conditions=source', '--expose-gc', join(import.meta.dirname, `${name}.ts`)],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0) {
    console.error(`bench/${name}.ts ended with ${status}.`);
    process.exitCode = 1;
  }
}
