import { type Match, Matcher } from '../core/src/match/matcher.ts';
import { examine } from '../core/src/read/examine.ts';
import { newReading } from '../core/src/reading.ts';
import { normalise } from '../core/src/text/normalise.ts';
import { compilePattern } from '../core/src/text/pattern.ts';
import { WideGramIndex } from '../core/src/text/wide-gram-index.ts';
import type { Entry, Proof } from '../knowledge/src/define.ts';
import { tableOf } from '../knowledge/src/table-of.ts';
import { reasonIds } from '../knowledge/src/vocabulary/reason.ts';
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
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function ask(proof: Proof): Match[] {
  const { line, host } = typeof proof === 'string' ? { line: proof, host: null } : proof;
  const reading = examine({ ...newReading('reply', null, 'bounce'), diagnostic: line });
  return matcher.matches({
    diagnostic: reading.diagnostic,
    host: host ?? reading.remoteHost,
    recipientDomain: null,
    replyCode: reading.replyCode,
    enhancedStatus: reading.enhancedStatus,
  });
}

function checkShape(file: KnowledgeFile, entry: Entry, say: (text: string) => void): void {
  if (!kebab.test(entry.id)) say(`its id is no slug: write lower-case words joined by "-".`);
  if (!(reasonIds as readonly string[]).includes(entry.reason))
    say(`reason "${entry.reason}" is not in the vocabulary (knowledge/src/vocabulary/reason.ts).`);
  if ((entry.text ?? []).length === 0 && (entry.codes ?? []).length === 0)
    say('it has neither text nor codes: give at least one.');
  if (entry.sources.length === 0) say('it has no source: say where the claim comes from.');
  for (const source of entry.sources)
    if (!/^20\d\d-\d\d(?:-\d\d)?$/.test(source.read))
      say(`source "${source.name}" has read "${source.read}": write YYYY-MM or YYYY-MM-DD.`);
  if (entry.matches.length === 0) say('it has no line in matches: add a full reply that it must win.');
  if (entry.mustNotMatch.length === 0)
    say('it has no near miss in mustNotMatch: add a reply that looks alike and means something else.');
  if (!/[.!?]$/.test(entry.meaning.trim())) say('its meaning is no sentence.');
  if (entry.steps.length === 0) say('it has no steps: say what to do.');
  for (const text of entry.text ?? []) {
    for (const piece of compilePattern(normalise(text), 0).pieces) {
      if (piece.literal.trim().length < 2 && piece.gap !== 'digits')
        say(
          `the words "${piece.literal}" in "${text}" are too short to tell anything: at least two characters between gaps, and in all enough to be distinctive.`,
        );
      if (/\b[45]\d\d[ -]?[45]\.\d+\.\d+\b/.test(piece.literal))
        say(`text "${text}" contains codes: put them into codes.`);
    }
  }
  if (file.system.kind === 'mta' && entry.needsHost) say('an MTA has no hosts of its own: needsHost cannot hold.');
}

function checkProofs(rule: string, entry: Entry, say: (text: string) => void): void {
  for (const proof of entry.matches) {
    const shown = typeof proof === 'string' ? proof : `${proof.line} [host ${proof.host}]`;
    const found = ask(proof);
    const [best] = found;
    const tie = tieOf(found);
    if (best?.rule !== rule)
      say(
        `must win "${shown}", but ${best === undefined ? 'no rule matches it' : `${best.rule} (${best.reason}, ${best.ground}) wins`}.`,
      );
    else if (tie !== null)
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
  for (const proof of entry.mustNotMatch) {
    const shown = typeof proof === 'string' ? proof : `${proof.line} [host ${proof.host}]`;
    if (ask(proof).some((match) => match.rule === rule)) say(`must leave "${shown}" alone, but matches it.`);
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
  if (!kebab.test(file.slug))
    complaints.push(
      `knowledge/src/${file.path}: the file name is the slug of its page: lower-case words joined by "-".`,
    );
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
