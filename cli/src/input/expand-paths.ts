import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders inside folders are followed this deep. */
const MAX_DEPTH = 64;

/** A file to read, or a path that cannot be. */
export interface InputFile {
  readonly path: string;
  /** Zero where it is not known: pipes and the like. */
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

/** @param above folders that stand above the path, so that a link to one of them ends there and does not turn in circles */
function expand(path: string, above: readonly string[] = []): InputFile[] {
  try {
    const stat = statSync(path);
    if (!stat.isDirectory()) {
      // What is named may be a pipe: <(zcat mail.log.1.gz). One that merely lies in a folder would be waited for without end.
      if (above.length > 0 && !stat.isFile()) return [];
      return [{ path, size: stat.isFile() ? stat.size : 0, problem: null }];
    }
    const identity = `${stat.dev}:${stat.ino}`;
    if (above.includes(identity)) return [];
    if (above.length > MAX_DEPTH)
      return [
        {
          path,
          size: 0,
          problem: `${path}: folders are nested deeper than ${MAX_DEPTH} here. Name this one by itself.`,
        },
      ];
    const names = readdirSync(path).filter((name) => !name.startsWith('.'));
    const isMaildir = names.includes('cur') && names.includes('new');
    return names
      .filter((name) => !(isMaildir && name === 'tmp'))
      .sort()
      .flatMap((name) => expand(join(path, name), [...above, identity]));
  } catch (error) {
    return [{ path, size: 0, problem: explain(path, error) }];
  }
}

/** Why a path cannot be read, and what to do. */
export function explain(path: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT')
    return `${path}: there is no such file. To decode a reply itself, put it in quotes: whybounce "550 5.1.1 …".`;
  if (code === 'EACCES' || code === 'EPERM') return `${path}: this file may not be read by you. Check its permissions.`;
  return `${path}: ${error instanceof Error ? error.message : String(error)}`;
}
