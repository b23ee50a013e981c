import type { Listing } from '../../blocklist/listing.ts';
import { counted } from '../../fact/list-words.ts';
import { listNames } from '../../fact/listing-words.ts';
import { addressListings, domainListings } from '../../fact/listings.ts';
import { defineCheck, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'rbl.refused',
  area: 'blocklist',
  input: 'ip',
  needs: ['ip'],
  severity: 'info',
  title: 'Every blocklist could be asked',
  about:
    'Lists that refuse the resolver used here, want a key, or do not list their own test entry any more. They are counted neither as listed nor as clean: testers that take their error codes for listings raise false alarms.',
  remedy: null,
  source: 'RFC 5782 section 5',
  async run(context) {
    const { subject, lists } = context;
    if (lists === null) return notApplicable('Blocklists are not asked here.');
    const listings = [...(await addressListings(context))];
    if (subject.domain !== null) listings.push(...(await domainListings(context)).listings);
    const byZone = new Map<string, Listing>();
    for (const listing of listings)
      if (listing.verdict === 'not-checkable' && !byZone.has(listing.zone)) byZone.set(listing.zone, listing);
    const unchecked = [...byZone.values()];
    const all = new Set(listings.map(({ zone }) => zone)).size;
    if (all === 0) return undetermined('No blocklist is known that could be asked.');
    if (unchecked.length === 0) return pass(`All of ${counted(all, 'list')} answered as a working list does.`);
    return undetermined(
      `${unchecked.length} of ${counted(all, 'list')} could not be asked and count neither as listed nor as clean: ${listNames(unchecked)}.`,
      {
        seen: unchecked.map(({ name, zone, why }) => ({ of: `${name} (${zone})`, value: why ?? '' })),
        fix: 'To have them asked, use a resolver of your own instead of a public one, and name the query keys that Spamhaus (DQS) and Abusix give out.',
      },
    );
  },
});
