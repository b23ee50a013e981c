import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's root. */
export const root = join(import.meta.dirname, '..');

/** What a run of the command gave. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the command is run. */
export interface RunOptions {
  /** Standard input; without it, standard input is empty. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Arguments for Node itself. */
  readonly node?: readonly string[];
}

/** Where the command starts, as npm links it. */
export const launcher = join(root, 'cli', 'bin', 'whybounce.js');

/** Variables that would change what is printed. */
const { NO_COLOR: _no, FORCE_COLOR: _force, ...environment } = process.env;

/** Runs the built command as a user would, in a process of its own. */
export function whybounce(args: readonly string[], options: RunOptions = {}): Ran {
  if (!existsSync(join(root, 'cli', 'dist', 'bundle', 'whybounce.js'))) {
    throw new Error(
      'The command is not built: run "npx node tools/generate.ts && npx node tools/bundle.ts", then the tests again.',
    );
  }
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...(options.node ?? []), launcher, ...args], {
    cwd: options.cwd ?? root,
    env: { ...environment, ...options.env },
    input: options.input ?? '',
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return { code: status, stdout, stderr };
}
