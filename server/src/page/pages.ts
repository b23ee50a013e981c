import { type Assets, atOrigin, decoderDocument, type PostedAnswer } from '@whybounce/web';
import { notFoundDocument, type Resolved, type SitePage, searchDocument } from '@whybounce/web/site';
import type { SearchResults } from '../desk/search-task.ts';

/** Makes the pages that depend on what was asked for, as HTML. */
export interface Pages {
  /** The decoder with the answer to a form. */
  answer(posted: PostedAnswer): string;
  /** The decoder with a sentence that says why a form was not read, and what to do. */
  refusedForm(says: string): string;
  search(query: string, results: SearchResults): string;
  notFound(path: string, suggestions: Suggestions): string;
  /** A page of the encyclopedia that the build has not made. */
  page(page: SitePage): Promise<string>;
}

/** Pages that come near a path that does not exist. */
export type Suggestions = Extract<Resolved, { kind: 'none' }>['suggestions'];

/** @param origin the site's own address */
export function createPages(assets: Assets, origin: string): Pages {
  return {
    answer: (posted) => atOrigin(decoderDocument(assets, posted), origin),
    refusedForm: (says) => atOrigin(decoderDocument(assets, null, says), origin),
    search: (query, results) => atOrigin(searchDocument(query, results, assets), origin),
    notFound: (path, suggestions) => atOrigin(notFoundDocument(path, suggestions, assets), origin),
    page: async (page) => atOrigin(await page.render(assets), origin),
  };
}
