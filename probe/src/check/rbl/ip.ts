import { listed } from '../../fact/list-words.ts';
import { addressRemedy, blocklists, listingWords, listNames, seenListing } from '../../fact/listing-words.ts';
import { addressListings } from '../../fact/listings.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'rbl.ip',
  area: 'blocklist',
  input: 'ip',
  needs: ['ip'],
  severity: 'critical',
  title: 'The sending address is on no blocklist that counts',
  about:
    'Whether the address that sends is on a blocklist by which many servers refuse mail, such as Spamhaus ZEN, SpamCop or Barracuda. A list that did not answer counts neither as listed nor as clean.',
  remedy:
    'Find out what got the address listed and stop it first: a hacked account, a bad mailing, a machine that was taken over. Then follow the link of each list to be removed.',
  source: 'RFC 5782 section 2.1',
  async run(context) {
    const ip = context.subject.ip as string;
    if (context.lists === null) return notApplicable('Blocklists are not asked here.');
    const listings = await addressListings(context);
    const high = blocklists(listings, 'listed', 'high');
    const medium = blocklists(listings, 'listed', 'medium');
    const all = [...high, ...medium];
    const seen = all.map(seenListing);
    const removal = addressRemedy(ip, all);
    if (high.length > 0)
      return fail(`${ip} is on ${listed(all.map(listingWords))}: many servers refuse its mail.`, {
        seen,
        fix: removal,
      });
    const unknown = blocklists(listings, 'not-checkable', 'high');
    if (medium.length > 0)
      return warn(`${ip} is on ${listed(all.map(listingWords))}: some servers refuse its mail.`, {
        seen,
        fix: removal,
        severity: 'medium',
      });
    const clean = blocklists(listings, 'not-listed', 'high', 'medium');
    if (unknown.length > 0 || clean.length === 0)
      return undetermined(
        clean.length === 0
          ? `No blocklist that counts could be asked about ${ip}. ${unknown[0]?.why ?? ''}`.trim()
          : `${ip} is not on ${listNames(clean, 'or')}, but ${listNames(unknown)} could not be asked. ${unknown[0]?.why ?? ''}`.trim(),
        { seen: unknown.map(({ zone, why }) => ({ of: zone, value: why ?? '' })) },
      );
    return pass(`${ip} is not on ${listNames(clean, 'or')}.`, { seen: clean.map(seenListing) });
  },
});
