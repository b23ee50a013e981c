import type { MailSystem } from './define.ts';
import { systemLinks } from './generated/links.ts';

export type SystemLinks = NonNullable<MailSystem['links']>;

/** Where a system's maker answers senders: postmaster, delisting, feedback loop, documentation. Null where none is known. */
export function linksOfSystem(slug: string): SystemLinks | null {
  return Object.hasOwn(systemLinks, slug) ? (systemLinks[slug] ?? null) : null;
}
