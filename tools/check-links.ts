import { hasPage, pageSlugs, reservedSlugs } from '../core/src/encyclopedia/page-slugs.ts';
import { systemAliases } from '../knowledge/src/alias.ts';
import { enhancedCodes, replyCodes, vendorBends } from '../knowledge/src/code/index.ts';
import { comparisons } from '../knowledge/src/comparison/index.ts';
import { movedPages } from '../knowledge/src/moved.ts';
import { loadKnowledge } from './knowledge-files.ts';
import { faultOfLink } from './link-form.ts';
import { shownPieces, textsOf } from './shown-pieces.ts';

/** Checks every link of the knowledge by its form (nothing is fetched), and that every reference inside it leads to a page. */

/** Fields whose text is one link. */
const linkFields = new Set(['url', 'link', 'postmaster', 'delist', 'feedbackLoop', 'documentation']);

const files = await loadKnowledge();
const complaints: string[] = [];
const links = new Set<string>();
let references = 0;

for (const { page, content } of shownPieces(files))
  for (const [field, text] of textsOf(content)) {
    if (!linkFields.has(field)) continue;
    links.add(text);
    const fault = faultOfLink(text, field === 'url');
    if (fault !== null) complaints.push(`${page}: ${field} "${text}" ${fault}`);
  }

function refer(from: string, to: string): void {
  references++;
  if (!hasPage(to)) complaints.push(`${from} leads to ${to}, which is no page.`);
}

for (const comparison of comparisons) {
  const from = `compare/${comparison.slug}`;
  for (const code of comparison.relatedCodes) refer(from, `code/${code}`);
  for (const slug of comparison.relatedComparisons) refer(from, `compare/${slug}`);
  if (comparison.kind === 'verdicts') {
    refer(from, comparison.rule);
    refer(from, `reason/${comparison.reason}`);
  } else for (const { rule } of comparison.sides.flatMap(({ examples }) => examples)) refer(from, rule);
}
const known = new Set<string>(enhancedCodes.map(({ code }) => code));
for (const { code, related, reasons } of enhancedCodes) {
  for (const other of related)
    if (!known.has(other)) complaints.push(`code/${code}: related ${other} is not registered.`);
  for (const reason of reasons) refer(`code/${code}`, `reason/${reason}`);
}
for (const { code, typicalEnhanced } of replyCodes)
  for (const other of typicalEnhanced)
    if (!known.has(other)) complaints.push(`code/${code}: ${other} beside it is not registered.`);
for (const { system, codes, entries } of vendorBends) {
  for (const code of codes) refer(`${system ?? 'a tool'} bends`, `code/${code}`);
  if (system !== null) for (const page of [system, ...entries.map((id) => `${system}/${id}`)]) refer('a bend', page);
}
for (const [name, slug] of Object.entries(systemAliases)) refer(`the name ${name}`, slug);
for (const [old, now] of Object.entries(movedPages)) refer(`the moved page ${old}`, now);
for (const { slug } of files)
  if ((reservedSlugs as readonly string[]).includes(slug))
    complaints.push(`${slug}: the name is taken by pages that are no system's.`);

for (const complaint of complaints) console.log(complaint);
console.log(
  `${links.size} links, ${references} references between ${pageSlugs().length} pages, ${complaints.length} complaints`,
);
process.exitCode = complaints.length > 0 ? 1 : 0;
