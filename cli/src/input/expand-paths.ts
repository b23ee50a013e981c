import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file to read, or a path that cannot be. */
export interface InputFile {
  readonly path: string;
  readonly size: number;
  /** What is wrong with the path, as a sentence. */
  readonly problem: string | null;
}

/**
 * Paths as given to files: a folder gives its files and those of its folders (a maildir its `cur` and
 * `new`), sorted by name so that two runs print the same. Hidden files are left out of folders.
 */
export function expandPaths(paths: readonly string[]): InputFile[] {
  return paths.flatMap((path) => (path === '-' ? [{ path, size: 0, problem: null }] : expand(path)));
}

function expand(path: string): InputFile[] {
  try {
    const stat = statSync(path);
    if (!stat.isDirectory()) return [{ path, size: stat.size, problem: null }];
    const names = readdirSync(path).filter((name) => !name.startsWith('.'));
    const isMaildir = names.includes('cur') && names.includes('new');
    return names
      .filter((name) => !(isMaildir && name === 'tmp'))
      .sort()
      .flatMap((name) => expand(join(path, name)));
  } catch (error) {
    return [{ path, size: 0, problem: explain(path, error) }];
  }
}

/** Why a path cannot be read, and what to do. */
export function explain(path: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return `${path}: there is no such file. To decode a reply itself, put it in quotes: whybounce "550 5.1.1 …".`;
  if (code === 'EACCES' || code === 'EPERM') return `${path}: this file may not be read by you. Check its permissions.`;
  return `${path}: ${error instanceof Error ? error.message : String(error)}`;
}
