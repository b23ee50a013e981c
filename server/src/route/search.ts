import { exactPath } from '@whybounce/web/site';
import type { Handler } from 'hono';
import type { Searcher } from '../desk/searcher.ts';
import { ThreadError } from '../desk/thread-error.ts';
import { MAX_QUERY } from '../limits.ts';
import type { Pages } from '../page/pages.ts';
import { sendHtml } from '../send-html.ts';
import type { Refuse } from './refuse.ts';

/** What the search's route needs. */
export interface SearchRoute {
  readonly searcher: Searcher;
  readonly pages: Pages;
  readonly refuse: Refuse;
}

/**
 * `GET /search?q=`: the search for pages without script. A query that names one page leads there, unless
 * `all=1` asks for its results.
 */
export function search({ searcher, pages, refuse }: SearchRoute): Handler {
  return async (context) => {
    const query = (context.req.query('q') ?? '').slice(0, MAX_QUERY).toWellFormed();
    const exact = context.req.query('all') === '1' ? null : exactPath(query);
    // 303: what was asked for stands elsewhere, and another query may lead elsewhere another time.
    if (exact !== null) return context.body(null, 303, { Location: exact, 'Cache-Control': 'no-store' });
    try {
      return await sendHtml(context, pages.search(query, await searcher.search(query)));
    } catch (error) {
      if (error instanceof ThreadError && !error.isFault) return refuse(context, 503);
      throw error;
    }
  };
}
