import { loadEntryNames } from '../page/encyclopedia/name/entry-names.ts';
import type { SiteContext } from '../page/encyclopedia/site-context.ts';
import { renderArticle } from './render-article.tsx';
import type { SitePage } from './site-page.ts';
import { codeWriter, type Writer, writers } from './writers.ts';

/**
 * Every page of the encyclopedia. Each is made when it is rendered; the knowledge of a system is loaded once.
 *
 * @param today `YYYY-MM-DD`: sources that were read more than a year before are marked
 */
export async function* sitePages(today: string): AsyncGenerator<SitePage> {
  const context = await contextOf(today);
  for (const [path, write] of writers()) yield pageOf(path, write, context);
}

/** The paths of all pages of the encyclopedia. */
export function sitePaths(): string[] {
  return [...writers()].map(([path]) => path);
}

/**
 * The page of a code, also of one that no list has and that was not made beforehand.
 *
 * @param path the code's path as `codePath` writes it
 * @param today as for {@link sitePages}
 */
export async function codeSitePage(code: string, path: string, today: string): Promise<SitePage> {
  return pageOf(path, codeWriter(code), await contextOf(today));
}

async function contextOf(today: string): Promise<SiteContext> {
  return { names: await loadEntryNames(), today };
}

function pageOf(path: string, write: Writer, context: SiteContext): SitePage {
  return {
    path,
    render: async (assets) => {
      const article = await write(context);
      if (article === null) throw new Error(`"${path}" is listed as a page, and nothing is known for it.`);
      return renderArticle(article, assets);
    },
  };
}
