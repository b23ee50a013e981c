import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the slugs stand that were ever published. */
export const slugsFile = join(import.meta.dirname, '..', 'knowledge', 'slugs.txt');

/** The slugs that were ever published, and the version of the knowledge as of which. */
export function publishedSlugs(): { readonly version: string | null; readonly slugs: readonly string[] } {
  if (!existsSync(slugsFile)) return { version: null, slugs: [] };
  const [head = '', ...slugs] = readFileSync(slugsFile, 'utf8').trimEnd().split('\n');
  return { version: /as of (\S+),/.exec(head)?.[1] ?? null, slugs };
}
