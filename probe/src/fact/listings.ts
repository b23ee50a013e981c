import { organizationalDomain } from '@whybounce/core/record';
import type { Listing } from '../blocklist/listing.ts';
import type { CheckContext } from '../check/context.ts';
import { fact } from './fact.ts';
import { linksOfMessage } from './message-content.ts';

/** What every list that knows addresses says of the one that sends. */
export const addressListings = fact(
  async ({ lists, subject }: CheckContext): Promise<readonly Listing[]> =>
    (await lists?.ip(subject.ip as string)) ?? [],
);

/** A registered domain of the subject, and in which of its roles it stands. */
export interface RoleDomain {
  readonly domain: string;
  readonly roles: readonly string[];
}

/** What the lists say of the domains of the subject. */
export interface DomainListings {
  readonly domains: readonly RoleDomain[];
  /** Domains that were not asked about, as there were more than the limit. */
  readonly left: readonly string[];
  readonly listings: readonly Listing[];
}

/** Domains about which lists are asked: each costs some questions to every list, and mail has few. */
const MAX_DOMAINS = 12;

/** What the lists say of the From, DKIM, EHLO and return-path domains, and of those that the message links to. */
export const domainListings = fact(async (context: CheckContext): Promise<DomainListings> => {
  const all = await domainsOf(context);
  const domains = all.slice(0, MAX_DOMAINS);
  const listings = await Promise.all(domains.map(async ({ domain }) => (await context.lists?.domain(domain)) ?? []));
  return { domains, left: all.slice(MAX_DOMAINS).map(({ domain }) => domain), listings: listings.flat() };
});

/** Those that the sender answers for before those that it links to. */
async function domainsOf(context: CheckContext): Promise<RoleDomain[]> {
  const { subject } = context;
  const roles = new Map<string, Set<string>>();
  const add = (name: string | null, role: string) => {
    // lists know registered domains; a suffix or an address is none
    const domain = name === null ? null : organizationalDomain(name);
    if (domain === null) return;
    const own = roles.get(domain) ?? new Set();
    roles.set(domain, own.add(role));
  };
  add(subject.domain, subject.message === null ? 'domain' : 'From');
  for (const { domain } of subject.selectors) add(domain, 'DKIM');
  add(subject.mailFrom === null ? null : subject.mailFrom.slice(subject.mailFrom.lastIndexOf('@') + 1), 'return path');
  add(subject.helo, 'EHLO');
  if (subject.message !== null) {
    for (const { host, as } of await linksOfMessage(context))
      if (host !== null) add(host, as === 'image' ? 'image' : 'link');
  }
  return [...roles].map(([domain, own]) => ({ domain, roles: [...own] }));
}
