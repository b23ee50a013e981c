import { readProof } from '../core/src/encyclopedia/example.ts';
import { comparisons } from '../knowledge/src/comparison/index.ts';
import type { Proof } from '../knowledge/src/define.ts';
import { loadKnowledge } from './knowledge-files.ts';

/**
 * Reads every reply that any page shows as an example, as whoever pastes it would, with its host: it has to lead back to
 * that page. Near misses have to lead elsewhere.
 */

const complaints: string[] = [];
let examples = 0;
let misses = 0;

function check(page: string, proof: Proof, isExample: boolean): void {
  const rule = readProof(proof).diagnosis?.rule ?? null;
  if (isExample) examples++;
  else misses++;
  const shown = typeof proof === 'string' ? proof : `${proof.line} [host ${proof.host}]`;
  if (isExample && rule !== page) complaints.push(`${page}: its example "${shown}" is read by ${rule ?? 'no rule'}.`);
  if (!isExample && rule === page) complaints.push(`${page}: its near miss "${shown}" is read by itself.`);
}

for (const { slug, system } of await loadKnowledge())
  for (const { id, matches, mustNotMatch } of system.entries) {
    for (const proof of matches) check(`${slug}/${id}`, proof, true);
    for (const proof of mustNotMatch) check(`${slug}/${id}`, proof, false);
  }
for (const comparison of comparisons)
  for (const { line, rule } of comparison.kind === 'verdicts'
    ? [comparison]
    : comparison.sides.flatMap((side) => side.examples))
    check(rule, line, true);

for (const complaint of complaints) console.log(complaint);
const right = examples + misses - complaints.length;
console.log(
  `${examples} examples and ${misses} near misses, ${((100 * right) / (examples + misses)).toFixed(2)} % lead where they should`,
);
process.exitCode = complaints.length > 0 ? 1 : 0;
