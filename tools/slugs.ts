import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasPage, pageSlugs } from '../core/src/encyclopedia/page-slugs.ts';
import { publishedSlugs, slugsFile } from './published-slugs.ts';

/** `npm run slugs`: writes the slugs of all pages to `knowledge/slugs.txt`, before a release. A slug that was published stays. */

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'knowledge', 'package.json'), 'utf8')) as {
  version: string;
};
const lost = publishedSlugs().slugs.filter((slug) => !hasPage(slug));
for (const slug of lost)
  console.log(`${slug} has no page any more: write in knowledge/src/moved.ts which page has taken its place.`);
if (lost.length > 0) process.exit(1);
const slugs = [...new Set([...publishedSlugs().slugs, ...pageSlugs()])].sort();
writeFileSync(
  slugsFile,
  `# Pages as of ${version}, written by "npm run slugs". A slug that stands here leads to a page for ever.\n${slugs.join('\n')}\n`,
);
console.log(`${slugs.length} slugs are written`);
