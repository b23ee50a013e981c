import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** Inputs from this size on are worth a second start. */
const LARGE = 128 * 1024 * 1024;
/** Half of the memory in which V8 keeps what has just been made. Left alone it grows to 64 MiB twice over in a long run. */
const FLAG = '--max-semi-space-size=16';

/**
 * Runs this very command again in a V8 whose young generation is bounded, where the inputs are large: a
 * stream of lines makes much that lives for a moment, and V8 takes a hundred MiB for it if it may. The
 * bound can only be set at the start.
 *
 * @returns the exit code of that run, or null where none was needed
 */
export function runInSmallHeap(paths: readonly string[]): number | null {
  if (process.execArgv.includes(FLAG) || !paths.some(isLarge)) return null;
  const [script, ...args] = process.argv.slice(1);
  if (script === undefined) return null;
  const { status, signal } = spawnSync(process.execPath, [...process.execArgv, FLAG, script, ...args], {
    stdio: 'inherit',
  });
  if (signal !== null) process.kill(process.pid, signal);
  return status;
}

function isLarge(path: string): boolean {
  try {
    return statSync(path).isFile() && statSync(path).size >= LARGE;
  } catch {
    return false;
  }
}
