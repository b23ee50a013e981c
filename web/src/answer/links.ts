import { type BounceEvent, systemName } from '@whybounce/core';
import { linksOfSystem, type SystemLinks } from '@whybounce/knowledge/link';
import { isFailure } from './is-failure.ts';
import type { LinkView } from './shapes.ts';

/** What a system's pages are for, what a sender needs first at the front. */
const kinds: readonly (readonly [keyof SystemLinks, LinkView['kind']])[] = [
  ['delist', 'delist'],
  ['postmaster', 'postmaster'],
  ['feedbackLoop', 'feedback-loop'],
  ['documentation', 'documentation'],
];

/**
 * Where to ask for removal and to look further: the page on the rule, then those of the blocklists that
 * the refusal names, of the system whose words it says, and of the system that refused. Each page once.
 *
 * @param ruleLink the page of the rule; null where there is none
 */
export function linksOf(event: BounceEvent, ruleLink: string | null): LinkView[] {
  if (!isFailure(event)) return [];
  const links: LinkView[] = [];
  const add = (kind: LinkView['kind'], slug: string, href: string | undefined | null): void => {
    if (href != null && !links.some((link) => link.href === href)) links.push({ kind, name: systemName(slug), href });
  };
  const rule = event.diagnosis?.rule ?? null;
  const speaker = rule === null ? null : rule.slice(0, rule.indexOf('/'));
  if (speaker !== null) add('documentation', speaker, ruleLink);
  for (const slug of new Set([...event.blocklists, speaker, event.provider])) {
    if (slug === null) continue;
    const own = linksOfSystem(slug);
    for (const [field, kind] of kinds) add(kind, slug, own?.[field]);
  }
  return links;
}
