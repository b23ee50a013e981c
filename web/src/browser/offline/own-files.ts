const named = /(?:src|href|data-worker)="(\/assets\/[^"]+)"/g;

/** Files of the build that a page names. */
export function filesNamedIn(html: string): string[] {
  return [...new Set(Array.from(html.matchAll(named), ([, path = '']) => path))];
}

/**
 * Whether a page belongs to a build: all the files that it names are kept. Between two deployments a
 * server may answer with the page of one and the files of the other, which would not work offline.
 */
export function isOfBuild(html: string, kept: ReadonlySet<string>): boolean {
  return filesNamedIn(html).every((path) => kept.has(path));
}
