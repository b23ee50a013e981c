import type { Site, SiteFile } from './site.ts';

/** What stands at a path. */
export type FoundFile =
  | { readonly kind: 'file'; readonly file: SiteFile }
  /** It stands elsewhere, for good: in other letters, without a slash, where it was moved to. */
  | { readonly kind: 'elsewhere'; readonly path: string }
  | { readonly kind: 'nothing' };

/**
 * What of the site stands at a path. It leads only to paths that the site has, so that no address of a
 * stranger (`//evil.example/`) is ever sent back as one to go to.
 *
 * @param path decoded
 */
export function findFile(site: Site, path: string): FoundFile {
  const exact = site.files.get(path);
  if (exact !== undefined) return { kind: 'file', file: exact };
  const asked = path.replace(/(?<=.)\/$/, '').replace(/\.html$/, '');
  const current = site.moved.get(asked) ?? site.moved.get(asked.toLowerCase()) ?? asked;
  const there = site.folded.get(current.toLowerCase());
  return there === undefined || there === path ? { kind: 'nothing' } : { kind: 'elsewhere', path: there };
}
