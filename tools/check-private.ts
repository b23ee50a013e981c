import { loadKnowledge } from './knowledge-files.ts';
import { privateTextOf, vendorDomains } from './private-text.ts';
import { shownPieces, textsOf } from './shown-pieces.ts';

/** Refuses addresses, IP addresses and hosts in the knowledge that could be somebody's. */

const files = await loadKnowledge();
const vendors = vendorDomains(files);
const complaints: string[] = [];
let texts = 0;
for (const { page, content } of shownPieces(files))
  for (const [field, text] of textsOf(content)) {
    texts++;
    for (const found of privateTextOf(field, text, vendors)) complaints.push(`${page}: ${field}: ${found}`);
  }
for (const complaint of new Set(complaints)) console.log(complaint);
console.log(`${texts} texts, ${complaints.length} that could be somebody's`);
process.exitCode = complaints.length > 0 ? 1 : 0;
