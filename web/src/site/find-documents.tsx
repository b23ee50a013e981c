import type { SearchResult } from '@whybounce/core/encyclopedia';
import { type Assets, Document } from '../component/document.tsx';
import type { Crumb } from '../page/encyclopedia/article.ts';
import { NotFoundPage } from '../page/encyclopedia/find/not-found-page.tsx';
import { SearchPage } from '../page/encyclopedia/find/search-page.tsx';
import { renderDocument } from '../render.ts';
import { searchWording } from '../wording/encyclopedia-search.ts';

/** Characters of a query that stand in the title. */
const MAX_TITLE_QUERY = 80;

/** The answer to a search as a whole page, as the server sends it. */
export function searchDocument(query: string, results: readonly SearchResult[], assets: Assets): string {
  return renderDocument(
    <Document
      head={{
        title: searchWording.title(query.trim().slice(0, MAX_TITLE_QUERY).toWellFormed()),
        description: searchWording.description,
        path: '/search',
        section: 'search',
        structuredData: null,
        isIndexed: false,
      }}
      assets={assets}
    >
      <SearchPage query={query} results={results} />
    </Document>,
  );
}

/** The page for a path where nothing stands; the server sends it with status 404. */
export function notFoundDocument(path: string, suggestions: readonly Crumb[], assets: Assets): string {
  return renderDocument(
    <Document
      head={{
        title: searchWording.notFoundTitle,
        description: searchWording.notFoundDescription,
        path,
        section: null,
        structuredData: null,
        isIndexed: false,
      }}
      assets={assets}
    >
      <NotFoundPage path={path} suggestions={suggestions} />
    </Document>,
  );
}
