import type { SearchResult } from '@whybounce/core/search';

/** Where pages stand. A path stays for ever once it was published. */

/** The path of a code's page: `5.4.1`, `X.4.1`, `550`, `5.7.606-649`. */
export function codePath(code: string): string {
  return `/codes/${encodeURIComponent(code)}`;
}

/** The path of a system's hub, by its slug. */
export function systemPath(slug: string): string {
  return `/providers/${encodeURIComponent(slug)}`;
}

/** The path of a refusal's page, by its rule (`system/entry`). */
export function rulePath(rule: string): string {
  return `/providers/${rule.split('/').map(encodeURIComponent).join('/')}`;
}

/** The path of a comparison, by its slug. */
export function comparisonPath(slug: string): string {
  return `/compare/${encodeURIComponent(slug)}`;
}

/** The path of a cause. */
export function causePath(cause: string): string {
  return `/causes/${encodeURIComponent(cause)}`;
}

/** The path of a reason. */
export function reasonPath(reason: string): string {
  return `/reasons/${encodeURIComponent(reason)}`;
}

/**
 * The path of a page by its slug in the published list (`knowledge/slugs.txt`): `system`,
 * `system/entry`, `code/…`, `compare/…`, `cause/…`, `reason/…`.
 */
export function pagePath(slug: string): string {
  const slash = slug.indexOf('/');
  const rest = slug.slice(slash + 1);
  switch (slash < 0 ? '' : slug.slice(0, slash)) {
    case '':
      return systemPath(slug);
    case 'code':
      return codePath(rest);
    case 'compare':
      return comparisonPath(rest);
    case 'cause':
      return causePath(rest);
    case 'reason':
      return reasonPath(rest);
    default:
      return rulePath(slug);
  }
}

const resultPaths: Readonly<Record<SearchResult['kind'], (id: string) => string>> = {
  entry: rulePath,
  code: codePath,
  system: systemPath,
  comparison: comparisonPath,
  cause: causePath,
  reason: reasonPath,
};

/** The path of the page that a search found. */
export function resultPath({ kind, id }: Pick<SearchResult, 'kind' | 'id'>): string {
  return resultPaths[kind](id);
}

/** The path of the page with all results of a query, also of one that names a page and would lead there. */
export function allResultsPath(query: string): string {
  return `/search?${new URLSearchParams({ q: query, all: '1' })}`;
}

/** A server's words, which the decoder reads when the page is opened; `host` where the words need it to mean something. */
export interface SharedReply {
  readonly reply: string;
  readonly host: string | null;
}

/**
 * The decoder with a reply in it. The reply stands in the fragment, which browsers never send: no
 * server sees it and no log keeps it.
 */
export function replyHref({ reply, host }: SharedReply): string {
  const fields = new URLSearchParams({ reply });
  if (host !== null) fields.set('host', host);
  return `/#${fields}`;
}

/** The inverse of {@link replyHref}; null for a fragment that holds no reply. */
export function sharedReply(fragment: string): SharedReply | null {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const reply = fields.get('reply');
  return reply === null || reply.trim() === '' ? null : { reply, host: fields.get('host') };
}
