import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Removes from each package's `dist` what was compiled from a source that is no longer there: the compiler
 * leaves it behind, and it would be published.
 */

const root = join(import.meta.dirname, '..');
/** Folders in `dist` that other tools make as a whole. */
const made = /^(?:www(?:\.new)?|bundle)(?:[\\/]|$)/;

for (const name of ['knowledge', 'core', 'web', 'probe', 'server', 'cli']) {
  const dist = join(root, name, 'dist');
  if (!existsSync(dist)) continue;
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const file = relative(dist, join(entry.parentPath, entry.name));
    const stem = /^(.+?)\.(?:d\.ts|js)(?:\.map)?$/.exec(file)?.[1];
    const isTest = stem !== undefined && /(?:\.test|fixture)$/.test(stem);
    if (!entry.isFile() || stem === undefined || made.test(file)) continue;
    const source = join(root, name, 'src', stem);
    if (isTest || (!existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`))) rmSync(join(dist, file));
  }
}
