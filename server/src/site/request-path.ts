import { MAX_URL_CHARACTERS } from '../limits.ts';

/** What a request's path turned out to be. */
export type RequestPath =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'malformed' };

/**
 * The path of a request, decoded once. Never a path on the disk: it is looked up among the known ones.
 * Still refused outright is what only an attack or a broken client sends: encoded slashes and
 * backslashes, control characters, bytes that are no UTF-8.
 */
export function requestPath(url: string): RequestPath {
  if (url.length > MAX_URL_CHARACTERS) return { kind: 'too-long' };
  const { pathname } = new URL(url);
  if (/%(?:2f|5c)/i.test(pathname)) return { kind: 'malformed' };
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return { kind: 'malformed' };
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  return /[\u0000-\u001f\u007f\\]/.test(path) ? { kind: 'malformed' } : { kind: 'path', path };
}
