import { access, constants, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ServeError } from './serve-error.ts';

/**
 * Checks that a folder for data can be used. It is not made: that is done when something is stored.
 *
 * @throws ServeError `data-unusable`
 */
export async function checkDataFolder(folder: string): Promise<void> {
  const complain = (why: string, cause?: unknown): never => {
    throw new ServeError('data-unusable', `--data ${folder}: ${why}`, { cause });
  };
  const wanted = resolve(folder);
  const there = await nearestThatExists(wanted);
  if (!(await stat(there)).isDirectory())
    return complain(there === wanted ? 'this is a file. Name a folder.' : `${there} is a file. Name another folder.`);
  try {
    await access(there, constants.W_OK | constants.X_OK);
  } catch (cause) {
    complain(
      there === wanted
        ? 'nothing can be written there. Change its rights, or name another folder.'
        : `it does not exist, and ${there} lets nobody make it. Make it yourself, or name another folder.`,
      cause,
    );
  }
}

async function nearestThatExists(path: string): Promise<string> {
  for (let there = path; ; there = dirname(there)) {
    try {
      await stat(there);
      return there;
    } catch {
      if (dirname(there) === there) return there;
    }
  }
}
