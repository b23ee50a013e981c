import type { KnowledgeFile } from './knowledge-files.ts';

/** Hosts of the pages that the knowledge links to (postmaster, delist, documentation, an entry's own), sorted. */
export function pageHostsOf(files: readonly KnowledgeFile[]): string[] {
  const links = files.flatMap(({ system: { links = {}, entries } }) => [
    ...Object.values(links),
    ...entries.flatMap(({ link }) => link ?? []),
  ]);
  const hosts = links.filter((link) => URL.canParse(link)).map((link) => new URL(link).hostname);
  return [...new Set(hosts)].filter((host) => host !== '').sort();
}
