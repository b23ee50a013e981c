import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postfixLines } from './postfix-lines.ts';
import { say } from './row.ts';

// A large Postfix log through the built command, as an administrator runs it. BENCH_LOG_MB shortens it.

const MEGABYTES = Number(process.env['BENCH_LOG_MB'] ?? 1024);
const PIECE = 4 * 1024 * 1024;

/** Loaded into the command: tells its highest memory when it ends. VmHWM is of this program alone; ru_maxrss may be inherited. */
const tellMemory = `data:text/javascript,${encodeURIComponent(`
const fs = process.getBuiltinModule('node:fs');
process.on('exit', () => {
  let peak = process.resourceUsage().maxRSS;
  try { peak = Number(/VmHWM:\\s*(\\d+) kB/.exec(fs.readFileSync('/proc/self/status', 'latin1'))[1]); } catch {}
  // the command may start itself again for a large input: the larger of the two counts
  let known = 0;
  try { known = Number(fs.readFileSync(process.env.BENCH_PEAK, 'utf8')); } catch {}
  if (peak > known) fs.writeFileSync(process.env.BENCH_PEAK, String(peak));
});`)}`;

const folder = mkdtempSync(join(tmpdir(), 'whybounce-bench-'));
try {
  const path = join(folder, 'mail.log');
  const file = openSync(path, 'w');
  let written = 0;
  for (let serial = 0; written < MEGABYTES * 1e6; ) {
    let piece = '';
    while (piece.length < PIECE) piece += postfixLines(serial++);
    written += writeSync(file, piece, null, 'latin1');
  }
  closeSync(file);
  const nothing = openSync('/dev/null', 'w');
  const peak = join(folder, 'peak');
  const started = performance.now();
  const { status } = spawnSync(
    process.execPath,
    [
      '--import',
      tellMemory,
      join(import.meta.dirname, '..', 'cli', 'bin', 'whybounce.js'),
      'decode',
      '--as',
      'log',
      '--format',
      'ndjson',
      path,
    ],
    { stdio: ['ignore', nothing, 'inherit'], env: { ...process.env, BENCH_PEAK: peak } },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`the command ended with ${status}`);
  say({
    name: `${(written / 1e9).toFixed(2)} GB of Postfix log, decode --as log --format ndjson`,
    figure: `${(written / 1e6 / seconds).toFixed(0)} MB/s, ${seconds.toFixed(1)} s, peak ${(Number(readFileSync(peak, 'utf8')) / 1024).toFixed(0)} MiB`,
    target: '100 MB/s, 200 MiB',
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
