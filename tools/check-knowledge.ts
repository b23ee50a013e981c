import { type Match, Matcher } from '../core/src/match/matcher.ts';
import { proofFaults, refusalOfProof, showProof } from '../core/src/rules/prove-entry.ts';
import { canBeNamed, entryFaults, isSlug, wordsFaults } from '../core/src/rules/validate-system.ts';
import { normalise } from '../core/src/text/normalise.ts';
import { WideGramIndex } from '../core/src/text/wide-gram-index.ts';
import type { Entry, Proof } from '../knowledge/src/define.ts';
import { tableOf } from '../knowledge/src/table-of.ts';
import { type KnowledgeFile, loadKnowledge } from './knowledge-files.ts';
import { unfilledOf } from './scaffold.ts';
import { barestReplies, ownersOf, proofOwners, tieOf } from './shared-claims.ts';

/**
 * Validates the knowledge files, proves every entry by its own lines, and refuses two entries that claim one reply.
 *
 *     node tools/check-knowledge.ts [SLUG…]     all files, or complaints about these only
 */

const slugs = process.argv.slice(2);
const files = await loadKnowledge();
const matcher = new Matcher(tableOf(files, 'check', normalise));
const owners = proofOwners(files);
const complaints: string[] = [];

const ask = (proof: Proof): Match[] => matcher.matches(refusalOfProof(proof));

function checkShape({ system }: KnowledgeFile, entry: Entry, say: (text: string) => void): void {
  for (const { at, says } of entryFaults(entry, canBeNamed(system))) say(`${at}: ${says}`);
  if (entry.sources.length === 0) say('it has no source: say where the claim comes from.');
  for (const source of entry.sources)
    if (!/^20\d\d-\d\d(?:-\d\d)?$/.test(source.read))
      say(`source "${source.name}" has read "${source.read}": write YYYY-MM or YYYY-MM-DD.`);
  if (entry.matches.length === 0) say('it has no line in matches: add a full reply that it must win.');
  if (entry.mustNotMatch.length === 0)
    say('it has no near miss in mustNotMatch: add a reply that looks alike and means something else.');
  if (entry.steps.length === 0) say('it has no steps: say what to do.');
}

function checkProofs(rule: string, entry: Entry, say: (text: string) => void): void {
  for (const { says } of proofFaults(rule, entry, (refusal) => matcher.matches(refusal))) say(says);
  for (const proof of entry.matches) {
    const shown = showProof(proof);
    const found = ask(proof);
    const tie = tieOf(found);
    if (found[0]?.rule === rule && tie !== null)
      say(`claims "${shown}" as strongly as ${tie[1].rule} (${tie[1].reason}): make one of them more precise.`);
    const others = ownersOf(proof, owners);
    if (others.length > 1) {
      const other = others.find((one) => one !== rule);
      say(
        other === undefined
          ? `"${shown}" stands in its matches twice: once is enough.`
          : `"${shown}" stands in the matches of ${other} too: a reply proves one entry; leave it to that which is right.`,
      );
    }
  }
  for (const text of entry.text ?? []) {
    const proven = entry.matches.some((proof) => hits(text, typeof proof === 'string' ? proof : proof.line));
    if (!proven) say(`no line in matches contains its text "${text}".`);
  }
}

/** Complains of each other entry that claims one of the barest replies of this one as strongly as the winner does. */
function checkTies({ system }: KnowledgeFile, entry: Entry, say: (text: string) => void): void {
  const told = new Set<string>();
  for (const refusal of barestReplies(entry, system.hosts ?? [])) {
    const tie = tieOf(matcher.matches(refusal));
    if (tie === null) continue;
    const pair = `${tie[0].rule} and ${tie[1].rule}`;
    if (told.has(pair)) continue;
    told.add(pair);
    const code = refusal.enhancedStatus ?? refusal.replyCode;
    const reply = [code, refusal.diagnostic].filter((part) => part !== null).join(' ');
    say(
      `${pair} claim "${reply}"${refusal.host === null ? '' : ` [host ${refusal.host}]`} alike: make one of them more precise.`,
    );
  }
}

/** Whether a text of an entry stands in a line. */
function hits(text: string, line: string): boolean {
  let found = false;
  new WideGramIndex(normalise(text)).find(normalise(line), () => {
    found = true;
  });
  return found;
}

let entries = 0;
for (const file of files) {
  if (slugs.length > 0 && !slugs.includes(file.slug)) continue;
  const seen = new Set<string>();
  if (!isSlug(file.slug))
    complaints.push(
      `knowledge/src/${file.path}: the file name is the slug of its page: lower-case words joined by "-".`,
    );
  for (const mark of file.system.marks ?? [])
    for (const says of wordsFaults(mark)) complaints.push(`knowledge/src/${file.path}: marks: ${says}`);
  for (const sentence of unfilledOf(file.system)) complaints.push(`knowledge/src/${file.path}: ${sentence}`);
  for (const entry of file.system.entries) {
    entries++;
    const rule = `${file.slug}/${entry.id}`;
    const say = (text: string): void => void complaints.push(`knowledge/src/${file.path}: ${entry.id}: ${text}`);
    if (seen.has(entry.id)) say('another entry of this file has the same id.');
    seen.add(entry.id);
    checkShape(file, entry, say);
    checkProofs(rule, entry, say);
    checkTies(file, entry, say);
  }
}
for (const slug of slugs)
  if (!files.some((file) => file.slug === slug)) complaints.push(`no file is called ${slug}.ts.`);
for (const complaint of complaints) console.log(complaint);
console.log(`${files.length} files, ${entries} entries checked, ${complaints.length} complaints`);
process.exitCode = complaints.length > 0 ? 1 : 0;
