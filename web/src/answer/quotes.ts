import type { BounceEvent } from '@whybounce/core';
import { ruleTable, unpackOwners } from '@whybounce/knowledge';
import type { Quoted } from './mark-text.ts';

/** Everything that is quoted of a refusal: the words that it was read by, evidence, lists, the time to come back. */
export function quotesOf(event: BounceEvent): Quoted[] {
  const { diagnostic, diagnosis, blocklists } = event;
  if (diagnostic === null) return [];
  const quotes: Quoted[] = [];
  for (const { evidence } of diagnosis?.causes ?? [])
    for (const { span } of evidence) if (span !== null) quotes.push(quotedAt(span));
  const retry = quoteOfRetry(event);
  if (retry !== null) quotes.push(retry);
  return [...quotes, ...blocklistQuotes(diagnostic, blocklists).values()];
}

/** A span of the engine's. */
export function quotedAt([start, end]: readonly [number, number]): Quoted {
  return { start, end };
}

/** Where the refusal says when to come back; null where it does not. */
export function quoteOfRetry({ diagnostic, retryHint }: BounceEvent): Quoted | null {
  if (diagnostic === null || retryHint === null || retryHint.quote === '') return null;
  const start = diagnostic.indexOf(retryHint.quote);
  return start < 0 ? null : { start, end: start + retryHint.quote.length };
}

/** As much of a refusal as the engine looks for names in. */
const MAX_LOOKED = 4_096;

/** Where the names of blocklists stand in a refusal, by slug: of each the first, and of several there the longest. */
export function blocklistQuotes(diagnostic: string, slugs: readonly string[]): Map<string, Quoted> {
  const found = new Map<string, Quoted>();
  if (slugs.length === 0) return found;
  const looked = diagnostic.slice(0, MAX_LOOKED);
  const text = looked.toLowerCase();
  if (text.length !== looked.length) return found;
  for (const slug of slugs) {
    let best: Quoted | null = null;
    for (const name of blocklistMarks().get(slug) ?? []) {
      const start = text.indexOf(name);
      if (start < 0) continue;
      const end = start + name.length;
      if (best === null || start < best.start || (start === best.start && end > best.end)) best = { start, end };
    }
    if (best !== null) found.set(slug, best);
  }
  return found;
}

let marks: ReadonlyMap<string, readonly string[]> | undefined;

/** The zones and hosts by which blocklists are named, by slug. */
function blocklistMarks(): ReadonlyMap<string, readonly string[]> {
  if (marks !== undefined) return marks;
  const lines = ruleTable.words.lines.split('\n');
  const owners = unpackOwners(ruleTable.words.owners, lines.length);
  const bySlug = new Map<string, string[]>();
  for (const [i, line] of lines.entries()) {
    const owner = owners[i] ?? 0;
    // The marks come first; the words of rules follow.
    if (owner >= 0) break;
    const system = ruleTable.systems[-1 - owner];
    if (system?.kind !== 'blocklist' || /[*#]/.test(line)) continue;
    const known = bySlug.get(system.slug);
    if (known === undefined) bySlug.set(system.slug, [line]);
    else known.push(line);
  }
  marks = bySlug;
  return marks;
}
