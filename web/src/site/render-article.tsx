import { type Assets, Document, type PageHead } from '../component/document.tsx';
import type { Article } from '../page/encyclopedia/article.ts';
import { Frame } from '../page/encyclopedia/frame.tsx';
import { renderDocument } from '../render.ts';
import { structuredData } from './structured-data.ts';

/** An article as a whole page. */
export function renderArticle(article: Article, assets: Assets): string {
  const { title, description, path, section } = article;
  const head: PageHead = {
    title,
    description,
    path,
    section,
    structuredData: structuredData(article),
    isIndexed: true,
  };
  return renderDocument(
    <Document head={head} assets={assets}>
      <Frame article={article} />
    </Document>,
    head.structuredData,
  );
}
