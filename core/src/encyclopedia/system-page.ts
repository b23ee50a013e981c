import { type MailSystem, type ReasonId, ruleTable } from '@whybounce/knowledge';
import { type VendorBend, vendorBends } from '@whybounce/knowledge/code';
import { familyOf, loadSystem, type ReasonFamily, reasonFamilies } from '@whybounce/knowledge/system';
import { type ComparisonRef, comparisonsShowing } from './comparison-refs.ts';
import { findSystem } from './find-system.ts';
import { type SystemRef, systemRef } from './rules.ts';

/** A system in the list of all. */
export interface SystemSummary extends SystemRef {
  readonly entryCount: number;
}

/** An entry in its system's list. */
export interface ListedEntry {
  /** `system/entry` */
  readonly rule: string;
  readonly codes: readonly string[];
  /** Its distinctive words; empty where the codes alone claim a reply. */
  readonly words: readonly string[];
  readonly reason: ReasonId;
  readonly meaning: string;
}

/** Entries that say something of one kind. */
export interface EntryFamily {
  readonly family: ReasonFamily;
  /** As a heading. */
  readonly name: string;
  readonly entries: readonly ListedEntry[];
}

/** A provider, server, filter, platform or blocklist with everything that it says: a hub. */
export interface SystemPage extends SystemRef {
  /** By what a server or a reply is known to be this system's. */
  readonly recognised: {
    /** Suffixes of its servers' names. */
    readonly hosts: readonly string[];
    /** Recipient domains that nobody else serves. */
    readonly domains: readonly string[];
    /** Words that only this system writes. */
    readonly marks: readonly string[];
  };
  readonly links: NonNullable<MailSystem['links']>;
  readonly counts: {
    readonly entries: number;
    readonly documented: number;
    readonly observed: number;
    /** Replies that prove the entries, and replies that they must leave alone. */
    readonly examples: number;
    readonly nearMisses: number;
  };
  /** In the order of the vocabulary. */
  readonly families: readonly EntryFamily[];
  /** Codes that it uses in another sense than the registry's. */
  readonly bends: readonly VendorBend[];
  readonly comparisons: readonly ComparisonRef[];
}

/** Every system, by slug. */
export function systems(): SystemSummary[] {
  return ruleTable.systems.map((system) => ({ ...systemRef(system), entryCount: system.ruleCount }));
}

/**
 * The hub of a system.
 *
 * @param name its slug, one that it had before, its name, a name that people call it, one of its hosts or domains
 * @returns null where nothing is called so; `findSystem` says what comes near
 */
export async function systemPage(name: string): Promise<SystemPage | null> {
  const { slug } = findSystem(name);
  const system = slug === null ? null : await loadSystem(slug);
  if (slug === null || system === null) return null;
  const { entries, hosts = [], domains = [], marks = [], links = {} } = system;
  return {
    slug,
    name: system.name,
    kind: system.kind,
    recognised: { hosts, domains, marks },
    links,
    counts: {
      entries: entries.length,
      documented: entries.filter(({ status }) => status === 'documented').length,
      observed: entries.filter(({ status }) => status === 'observed').length,
      examples: entries.reduce((sum, { matches }) => sum + matches.length, 0),
      nearMisses: entries.reduce((sum, { mustNotMatch }) => sum + mustNotMatch.length, 0),
    },
    families: byFamily(slug, system),
    bends: vendorBends.filter((bend) => bend.system === slug),
    comparisons: comparisonsShowing((rule) => rule.startsWith(`${slug}/`)),
  };
}

function byFamily(slug: string, { entries }: MailSystem): EntryFamily[] {
  return (Object.entries(reasonFamilies) as [ReasonFamily, string][]).flatMap(([family, name]) => {
    const ofFamily = entries.filter(({ reason }) => familyOf(reason) === family);
    if (ofFamily.length === 0) return [];
    const listed = ofFamily.map(({ id, codes = [], text = [], reason, meaning }) => ({
      rule: `${slug}/${id}`,
      codes,
      words: text,
      reason,
      meaning,
    }));
    return { family, name, entries: listed };
  });
}
