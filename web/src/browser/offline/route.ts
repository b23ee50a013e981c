/** What the service worker looks at of a request. */
export interface AskedFor {
  readonly method: string;
  readonly url: string;
  readonly mode: string;
}

/**
 * What is done with a request:
 * `file` a file that its name ties to its content, or that belongs to this build: from the cache;
 * `decoder` the decoder, which is kept with its files;
 * `page` a page: from the network, kept for when there is none;
 * `passing-page` a page that says something of what was asked: from the network, never kept;
 * `pass` none of the service worker's business.
 */
export type Route = 'file' | 'decoder' | 'page' | 'passing-page' | 'pass';

/** Where the build puts files that are named by their content. */
const FILES = '/assets/';

/**
 * Decides what is done with a request.
 *
 * @param origin the site's own
 * @param kept paths of the files that are kept for the build
 */
export function routeOf({ method, url, mode }: AskedFor, origin: string, kept: ReadonlySet<string>): Route {
  const { origin: itsOrigin, pathname, search } = new URL(url);
  if (method !== 'GET' || itsOrigin !== origin) return 'pass';
  if (mode !== 'navigate') return kept.has(pathname) || pathname.startsWith(FILES) ? 'file' : 'pass';
  if (pathname === '/health') return 'pass';
  if (pathname === '/') return search === '' ? 'decoder' : 'passing-page';
  // A query says what somebody looks for: it stays out of any cache.
  return search === '' && pathname !== '/search' ? 'page' : 'passing-page';
}
