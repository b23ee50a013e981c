/**
 * The path of a request, decoded once. Never a path on the disk: it is looked up among the known ones.
 * Still refused outright is what only an attack or a broken client sends: encoded slashes and
 * backslashes, control characters, bytes that are no UTF-8.
 *
 * @returns null for what is refused
 */
export function requestPath(url: string): string | null {
  const { pathname } = new URL(url);
  if (/%(?:2f|5c)/i.test(pathname)) return null;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  return /[\u0000-\u001f\u007f\\]/.test(path) ? null : path;
}
