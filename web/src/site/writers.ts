import {
  causeIds,
  causePage,
  codePage,
  comparisonList,
  comparisonPage,
  entryPage,
  listedCodes,
  reasonPage,
  systemPage,
  systems,
} from '@whybounce/core/encyclopedia';
import { reasonIds, ruleTable } from '@whybounce/knowledge';
import { causePath, codePath, comparisonPath, reasonPath, rulePath, systemPath } from '../address.ts';
import type { Article } from '../page/encyclopedia/article.ts';
import { causeArticle } from '../page/encyclopedia/cause/cause-article.tsx';
import { causeIndexArticle } from '../page/encyclopedia/cause/cause-index.tsx';
import { codeArticle } from '../page/encyclopedia/code/code-article.tsx';
import { codeIndexArticle } from '../page/encyclopedia/code/code-index.tsx';
import { comparisonArticle } from '../page/encyclopedia/comparison/comparison-article.tsx';
import { comparisonIndexArticle } from '../page/encyclopedia/comparison/comparison-index.tsx';
import { entryArticle } from '../page/encyclopedia/entry/entry-article.tsx';
import { providerArticle } from '../page/encyclopedia/provider/provider-article.tsx';
import { providerIndexArticle } from '../page/encyclopedia/provider/provider-index.tsx';
import { reasonArticle } from '../page/encyclopedia/reason/reason-article.tsx';
import { reasonIndexArticle } from '../page/encyclopedia/reason/reason-index.tsx';
import type { SiteContext } from '../page/encyclopedia/site-context.ts';

/** Writes the article of a page; null where nothing is known for it. */
export type Writer = (context: SiteContext) => Promise<Article | null>;

/** Every page of the encyclopedia: its path, and what writes it. */
export function* writers(): Generator<readonly [path: string, write: Writer]> {
  yield ['/codes', async () => codeIndexArticle()];
  yield ['/providers', async () => providerIndexArticle()];
  yield ['/compare', async () => comparisonIndexArticle()];
  yield ['/causes', async () => causeIndexArticle()];
  yield ['/reasons', async () => reasonIndexArticle()];
  for (const code of listedCodes()) yield [codePath(code), codeWriter(code)];
  for (const { slug } of systems()) yield [systemPath(slug), from(() => systemPage(slug), providerArticle)];
  for (const { slug, rules } of ruleTable.systems)
    for (const { id } of rules) {
      const rule = `${slug}/${id}`;
      yield [rulePath(rule), from(() => entryPage(rule), entryArticle)];
    }
  for (const { slug } of comparisonList())
    yield [comparisonPath(slug), from(() => comparisonPage(slug), comparisonArticle)];
  for (const id of causeIds()) yield [causePath(id), from(() => causePage(id), causeArticle)];
  for (const id of reasonIds) yield [reasonPath(id), from(() => reasonPage(id), reasonArticle)];
}

/** Writes the page of any code, also of one that no list has. */
export function codeWriter(code: string): Writer {
  return from(() => codePage(code), codeArticle);
}

function from<Page>(
  load: () => Page | null | Promise<Page | null>,
  write: (page: Page, context: SiteContext) => Article,
): Writer {
  return async (context) => {
    const page = await load();
    return page === null ? null : write(page, context);
  };
}
