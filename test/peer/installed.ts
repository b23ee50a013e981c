import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian puts servers: not in the path of an ordinary user. */
const SERVER_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/sbin', '/usr/lib/postfix/sbin'];

/**
 * The path of a program, or null where it is not installed.
 *
 * @param program its file name, such as `nsd`
 */
export function findProgram(program: string): string | null {
  for (const folder of [...(process.env['PATH'] ?? '').split(delimiter), ...SERVER_FOLDERS]) {
    if (folder === '') continue;
    try {
      const path = join(folder, program);
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  return null;
}

/** Programs that a test needs: whether they are there, and what its name says where they are not. */
export interface Need {
  readonly met: boolean;
  /** ` (skipped: …)` for the end of the test's name, so that every reporter prints the reason; empty where met. */
  readonly because: string;
}

/**
 * For `describe.runIf(need.met)(`…${need.because}`, …)`.
 *
 * @param programs file names, such as `nsd`, `unbound`
 */
export function needs(...programs: readonly string[]): Need {
  const missing = programs.filter((program) => findProgram(program) === null);
  return missing.length === 0
    ? { met: true, because: '' }
    : { met: false, because: ` (skipped: ${missing.join(', ')} not installed)` };
}
