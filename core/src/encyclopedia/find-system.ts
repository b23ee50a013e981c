import { ruleTable } from '@whybounce/knowledge';
import { systemAliases } from '@whybounce/knowledge/system';
import { HostIndex } from '../match/host-index.ts';
import { builtInRules } from '../rules/rule-set.ts';
import { currentSlug } from './moved.ts';
import { MAX_NAME, nearest, squash } from './nearest.ts';

/** A system that was looked for. */
export interface FoundSystem {
  /** Null where nothing is called so. */
  readonly slug: string | null;
  /** Slugs that come near, the nearest first; empty where it was found. */
  readonly suggestions: readonly string[];
}

let domains: HostIndex | undefined;

/**
 * Finds a system by what somebody calls it: slug, former slug, name, another name, host or recipient
 * domain.
 */
export function findSystem(name: string): FoundSystem {
  const wanted = name.trim().slice(0, MAX_NAME);
  const slug = bySlug(wanted) ?? byName(wanted) ?? byHost(wanted);
  if (slug !== null) return { slug, suggestions: [] };
  const names = [
    ...ruleTable.systems.flatMap((system) => [
      { called: system.slug, id: system.slug },
      { called: system.name, id: system.slug },
    ]),
    ...Object.entries(systemAliases).map(([called, id]) => ({ called, id })),
  ];
  return { slug: null, suggestions: nearest(wanted, names) };
}

function bySlug(wanted: string): string | null {
  const slug = currentSlug(wanted.toLowerCase());
  return ruleTable.systems.some((system) => system.slug === slug) ? slug : null;
}

function byName(wanted: string): string | null {
  const squashed = squash(wanted);
  if (squashed === '') return null;
  if (Object.hasOwn(systemAliases, squashed)) return systemAliases[squashed] ?? null;
  const named = ruleTable.systems.filter(
    ({ slug, name }) => squash(slug) === squashed || namesOf(name).includes(squashed),
  );
  return named.length === 1 ? (named[0]?.slug ?? null) : null;
}

/** `Gmail / Google Workspace` and `Microsoft 365 (Exchange Online)` are two names each, beside the whole. */
function namesOf(name: string): string[] {
  return [name, ...name.split(/[/(),]/)].map(squash).filter((part) => part !== '');
}

function byHost(wanted: string): string | null {
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+\.?$/i.test(wanted)) return null;
  if (domains === undefined) {
    domains = new HostIndex();
    for (const [number, system] of ruleTable.systems.entries())
      for (const domain of system.domains) domains.add(domain, number);
  }
  return builtInRules().systemOfHost(wanted) ?? ruleTable.systems[domains.find(wanted)]?.slug ?? null;
}
