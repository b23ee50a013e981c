import {
  codePage,
  exactPage,
  findSystem,
  suggestCauses,
  suggestComparisons,
  suggestEntries,
  suggestReasons,
  systems,
} from '@whybounce/core/encyclopedia';
import { causePath, codePath, comparisonPath, reasonPath, rulePath, systemPath } from '../address.ts';
import type { Crumb } from '../page/encyclopedia/article.ts';
import { sayName } from '../page/encyclopedia/name/entry-name.ts';
import { loadEntryNames } from '../page/encyclopedia/name/entry-names.ts';
import { redirects } from './redirects.ts';
import type { SitePage } from './site-page.ts';
import { codeSitePage } from './site-pages.ts';

/** Longest path that is looked at; no page has a longer one. */
const MAX_PATH = 300;

/** Former paths → where the page stands now. */
const movedPaths: ReadonlyMap<string, string> = new Map(redirects().map(({ from, to }) => [from, to]));

/** Lists as somebody may call them who types an address. */
const lists: Readonly<Record<string, string>> = {
  code: 'codes',
  provider: 'providers',
  cause: 'causes',
  reason: 'reasons',
  comparison: 'compare',
  comparisons: 'compare',
};

/** What a path without a page of its own leads to. */
export type Resolved =
  /** It stands elsewhere: a slug that moved, another way to write a code, a name that a system is called by. */
  | { readonly kind: 'moved'; readonly to: string }
  /** A code that no list has: its page is made when it is asked for. */
  | { readonly kind: 'page'; readonly page: SitePage }
  | { readonly kind: 'none'; readonly suggestions: readonly Crumb[] };

/**
 * Looks up a path that is none of {@link sitePages}.
 *
 * @param path as it was asked for, percent-encoded; anything may stand in it
 * @param today `YYYY-MM-DD`
 */
export async function resolvePath(path: string, today: string): Promise<Resolved> {
  const parts = partsOf(path);
  if (parts === null) return { kind: 'none', suggestions: [] };
  const straight = `/${parts.map(encodeURIComponent).join('/')}`;
  const moved = movedPaths.get(straight);
  if (moved !== undefined) return { kind: 'moved', to: moved };
  const [list = '', first = '', second] = parts;
  if (Object.hasOwn(lists, list))
    return { kind: 'moved', to: `/${[lists[list] ?? '', ...parts.slice(1)].map(encodeURIComponent).join('/')}` };
  if (list === 'codes' && second === undefined) {
    const page = codePage(first);
    if (page !== null) {
      const to = codePath(page.anatomy.code);
      return to === path ? { kind: 'page', page: await codeSitePage(first, to, today) } : { kind: 'moved', to };
    }
    // `5726` and `5-7-26` are no codes as they stand.
    const meant = exactPage(first);
    if (meant?.kind === 'code') return { kind: 'moved', to: codePath(meant.id) };
  }
  if (list === 'providers' && first !== '') {
    const { slug } = findSystem(first);
    if (slug !== null && slug !== first)
      return { kind: 'moved', to: second === undefined ? systemPath(slug) : rulePath(`${slug}/${second}`) };
  }
  if (path.endsWith('/') && path !== '/') return { kind: 'moved', to: straight };
  return { kind: 'none', suggestions: await near(list, first, second) };
}

function partsOf(path: string): string[] | null {
  if (path.length > MAX_PATH) return null;
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return null;
  }
}

async function near(list: string, first: string, second: string | undefined): Promise<Crumb[]> {
  switch (list) {
    case 'causes':
      return suggestCauses(first).map((id) => ({ name: id, href: causePath(id) }));
    case 'reasons':
      return suggestReasons(first).map((id) => ({ name: id, href: reasonPath(id) }));
    case 'compare':
      return suggestComparisons(first).map((id) => ({ name: id, href: comparisonPath(id) }));
    case 'providers':
      return second === undefined ? nearSystems(first) : nearEntries(`${first}/${second}`);
    default:
      return nearSystems(list);
  }
}

function nearSystems(name: string): Crumb[] {
  const { slug, suggestions } = findSystem(name);
  const names = new Map(systems().map((system) => [system.slug, system.name]));
  return (slug === null ? suggestions : [slug]).map((near) => ({
    name: names.get(near) ?? near,
    href: systemPath(near),
  }));
}

async function nearEntries(rule: string): Promise<Crumb[]> {
  const names = await loadEntryNames();
  return suggestEntries(rule).map((near) => {
    const name = names.get(near);
    return { name: name === undefined ? near : sayName(name), href: rulePath(near) };
  });
}
