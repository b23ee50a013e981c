import {
  type Action,
  type Entry,
  type MailSystem,
  type Owner,
  type ReasonId,
  reasonTable,
  type Source,
} from '@whybounce/knowledge';
import type { VendorBend } from '@whybounce/knowledge/code';
import { loadSystem } from '@whybounce/knowledge/system';
import { builtInPolicy } from '../advise/policy.ts';
import { type Anatomy, anatomyOf, bendsOf } from './anatomy.ts';
import { type ComparisonRef, comparisonsShowing } from './comparison-refs.ts';
import { type ReadExample, readExample, readProof } from './example.ts';
import { findSystem } from './find-system.ts';
import { currentSlug } from './moved.ts';
import { nearest } from './nearest.ts';
import { type RelatedRules, relatedRules } from './related.ts';
import { allRules, findRule, type SystemRef, systemRef } from './rules.ts';
import { type Shares, sharesOfRule } from './shares.ts';
import { type OwnerSteps, stepsByOwner } from './steps-by-owner.ts';
import { parseCode } from './written-code.ts';

/** A code of an entry, taken apart, and where this system means something else by it. */
export interface EntryCode extends Anatomy {
  readonly bends: readonly VendorBend[];
}

/** Pages of the vendor that help with an entry; null where there is none. */
export interface EntryLinks {
  /** The vendor's page about this very refusal. */
  readonly vendor: string | null;
  readonly postmaster: string | null;
  readonly delist: string | null;
  readonly feedbackLoop: string | null;
  readonly documentation: string | null;
}

/** One refusal of one system: everything that is known of it. */
export interface EntryPage {
  /** `system/entry`, which is the page's slug as well. */
  readonly rule: string;
  readonly slug: string;
  readonly system: SystemRef;
  readonly codes: readonly EntryCode[];
  /** As {@link Entry.text}; empty where the codes alone claim a reply. */
  readonly words: readonly string[];
  /** What the words need beside them to count. */
  readonly needs: { readonly code: boolean; readonly host: boolean };
  /** The words only hint: any plain wording wins over them. */
  readonly weak: boolean;
  readonly meaning: string;
  readonly reason: ReasonId;
  readonly sayReason: string;
  readonly shares: Shares;
  readonly owner: Owner;
  /** What is done with the address while nothing else is known than its first example. */
  readonly action: Action;
  readonly stepsByOwner: readonly OwnerSteps[];
  readonly links: EntryLinks;
  readonly related: RelatedRules & { readonly comparisons: readonly ComparisonRef[] };
  readonly sources: readonly Source[];
  readonly status: Entry['status'];
  readonly examples: readonly ReadExample[];
  /** Replies that look alike and are something else, with what reads them. */
  readonly nearMisses: readonly ReadExample[];
}

/**
 * The page of an entry.
 *
 * @param slug `system/entry`; one that has moved leads to where it stands now
 * @returns null where there is no such entry
 */
export async function entryPage(slug: string): Promise<EntryPage | null> {
  const known = findRule(currentSlug(slug));
  if (known === null) return null;
  const { rule, row } = known;
  const system = await loadSystem(known.system.slug);
  const entry = system?.entries.find(({ id }) => id === row.id);
  if (system === null || entry === undefined) return null;
  const shares = sharesOfRule(entry);
  const { owner, action } = adviceOf(rule, entry);
  return {
    rule,
    slug: rule,
    system: systemRef(known.system),
    codes: codesOf(entry, known.system.slug),
    words: entry.text ?? [],
    needs: { code: entry.needsCode === true, host: entry.needsHost === true },
    weak: entry.weak === true,
    meaning: entry.meaning,
    reason: entry.reason,
    sayReason: reasonTable[entry.reason].says,
    shares,
    owner,
    action,
    stepsByOwner: stepsByOwner(owner, entry.steps, shares.causes),
    links: linksOf(system, entry),
    related: { ...relatedRules(known), comparisons: comparisonsShowing((shown) => shown === rule) },
    sources: entry.sources,
    status: entry.status,
    examples: entry.matches.map(readExample),
    nearMisses: entry.mustNotMatch.map(readExample),
  };
}

/** Entries whose slugs come near what somebody wrote: those of the system that it names, else of any. */
export function suggestEntries(slug: string): string[] {
  const slash = slug.indexOf('/');
  const { slug: system } = findSystem(slash < 0 ? slug : slug.slice(0, slash));
  const entry = slash < 0 ? slug : slug.slice(slash + 1);
  const rules = allRules().filter((known) => system === null || known.system.slug === system);
  return nearest(
    entry,
    rules.map(({ rule, row }) => ({ called: row.id, id: rule })),
  );
}

function codesOf({ codes = [] }: Entry, system: string): EntryCode[] {
  return codes.flatMap((text) => {
    const code = parseCode(text);
    return code === null ? [] : { ...anatomyOf(code), bends: bendsOf(code, system) };
  });
}

/** Who acts and what is done: what the engine says of the first example that it reads by this entry. */
function adviceOf(rule: string, entry: Entry): { readonly owner: Owner; readonly action: Action } {
  for (const proof of entry.matches) {
    const { diagnosis } = readProof(proof);
    if (diagnosis?.rule === rule) return diagnosis;
  }
  return {
    owner: entry.owner ?? reasonTable[entry.reason].owner,
    action: builtInPolicy().whileOpen[entry.reason],
  };
}

function linksOf({ links = {} }: MailSystem, { link }: Entry): EntryLinks {
  const { postmaster = null, delist = null, feedbackLoop = null, documentation = null } = links;
  return { vendor: link ?? null, postmaster, delist, feedbackLoop, documentation };
}
