import type { Listing } from '../../blocklist/listing.ts';
import { counted, listed } from '../../fact/list-words.ts';
import { blocklists, delistWords, listingWords, listNames, seenListing } from '../../fact/listing-words.ts';
import type { RoleDomain } from '../../fact/listings.ts';
import { domainListings } from '../../fact/listings.ts';
import { defineCheck, fail, notApplicable, pass, tell, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'rbl.domain',
  area: 'blocklist',
  input: 'message',
  needs: ['domain'],
  severity: 'critical',
  title: 'No domain of the mail is on a blocklist',
  about:
    'Whether the domains that mail comes from, is signed by or links to are on the lists of bad domains: Spamhaus DBL, SURBL, URIBL. One listed link is enough to have a message refused. Links are not opened.',
  remedy:
    'Take the listed domain out of the message. Where it is your own, clean what got it listed, a hacked web site or a bad mailing, and ask the list for removal.',
  source: 'RFC 5782 section 2.2',
  async run(context) {
    if (context.lists === null) return notApplicable('Blocklists are not asked here.');
    const { domains, left, listings } = await domainListings(context);
    if (domains.length === 0)
      return notApplicable(`${context.subject.domain} is no registered domain: lists know registered domains alone.`);
    const high = blocklists(listings, 'listed', 'high');
    const medium = blocklists(listings, 'listed', 'medium');
    const bad = [...high, ...medium];
    if (bad.length > 0) {
      const says = `${onLists(bad, domains)}.`;
      const more = { seen: bad.map(seenListing), fix: fixOf(bad, domains) };
      return high.length > 0 ? fail(says, more) : warn(says, { ...more, severity: 'high' });
    }
    const names = listed(domains.map(({ domain }) => domain));
    const unknown = blocklists(listings, 'not-checkable', 'high');
    const clean = blocklists(listings, 'not-listed', 'high', 'medium');
    if (unknown.length > 0 || clean.length === 0) {
      const why = unknown[0]?.why ?? '';
      return undetermined(
        clean.length === 0
          ? `No list of domains that counts could be asked about ${names}. ${why}`.trim()
          : `Whether ${names} ${domains.length === 1 ? 'is' : 'are'} listed is known for a part of the lists only: ${listNames(unknown)} could not be asked. ${why}`.trim(),
        { seen: unknown.map(({ zone, subject, why: own }) => ({ of: `${subject} at ${zone}`, value: own ?? '' })) },
      );
    }
    const low = blocklists(listings, 'listed', 'low', 'informational');
    if (low.length > 0)
      return tell(`${onLists(low, domains)}. Few servers use it: act only where a refusal names it.`, {
        seen: low.map(seenListing),
      });
    const rest =
      left.length === 0
        ? ''
        : ` ${counted(left.length, 'more domain')} that it links to ${left.length === 1 ? 'was' : 'were'} not looked up.`;
    return pass(`${names} ${domains.length === 1 ? 'is' : 'are'} not on ${listNames(clean, 'or')}.${rest}`, {
      seen: clean.map(seenListing),
    });
  },
});

/** `bad.example (link) is on Spamhaus DBL (…)`, for each domain. */
function onLists(listings: readonly Listing[], domains: readonly RoleDomain[]): string {
  const subjects = [...new Set(listings.map(({ subject }) => subject))];
  return listed(
    subjects.map((subject) => {
      const roles = domains.find(({ domain }) => domain === subject)?.roles ?? [];
      const on = listings.filter((listing) => listing.subject === subject).map(listingWords);
      return `${subject}${roles.length === 0 ? '' : ` (${roles.join(', ')})`} is on ${listed(on)}`;
    }),
  );
}

function fixOf(listings: readonly Listing[], domains: readonly RoleDomain[]): string {
  const isLinked = (name: string) =>
    domains.some(({ domain, roles }) => domain === name && roles.every((role) => role === 'link' || role === 'image'));
  const subjects = [...new Set(listings.map(({ subject }) => subject))];
  const linked = subjects.filter(isLinked);
  const own = subjects.filter((name) => !isLinked(name));
  const parts = [
    linked.length === 0 ? '' : `Take ${listed(linked)} out of the message.`,
    own.length === 0
      ? ''
      : `Find and stop what got ${listed(own)} listed: a hacked web site, a form that sends spam, a bad mailing.`,
  ].filter((part) => part !== '');
  return `${parts.join(' ')}${delistWords(listings)}`;
}
