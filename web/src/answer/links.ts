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
 * the refusal names, of the system whose words it says, and of the system that refused. Each page once,
 * of each system one of a kind.
 *
 * @param ruleLink the page of the rule; null where there is none
 */
export function linksOf(event: BounceEvent, ruleLink: string | null): LinkView[] {
  if (!isFailure(event)) return [];
  const links: LinkView[] = [];
  const add = (kind: LinkView['kind'], slug: string, href: string | undefined | null): void => {
    const name = systemName(slug);
    const isThere = links.some((link) => link.href === href || (link.kind === kind && link.name === name));
    if (href != null && !isThere) links.push({ kind, name, href });
  };
  const rule = event.diagnosis?.rule ?? null;
  const speaker = rule === null ? null : rule.slice(0, rule.indexOf('/'));
  const systems = [...new Set([...event.blocklists, speaker, event.provider])].filter((slug) => slug !== null);
  const known = systems.flatMap((slug) =>
    kinds.map(([field, kind]) => ({ slug, kind, href: linksOfSystem(slug)?.[field] })),
  );
  const own = known.find(({ href }) => href === ruleLink);
  if (speaker !== null) add(own?.kind ?? 'documentation', own?.slug ?? speaker, ruleLink);
  const isBlock = blocksSender(event);
  for (const { kind, slug, href } of known)
    if (isBlock || (kind !== 'delist' && kind !== 'feedback-loop')) add(kind, slug, href);
  return links;
}

/** Whether the sender or what he sends is distrusted: then lists and complaints are worth a look. */
function blocksSender({ kind, blocklists, diagnosis }: BounceEvent): boolean {
  return kind === 'complaint' || blocklists.length > 0 || /^(?:reputation|content)\./.test(diagnosis?.reason ?? '');
}
