import { listed } from '../../fact/list-words.ts';
import { blocklists, listingWords, listNames, seenListing } from '../../fact/listing-words.ts';
import { addressListings } from '../../fact/listings.ts';
import { defineCheck, notApplicable, pass, tell, undetermined } from '../define.ts';

export default defineCheck({
  id: 'rbl.ip_minor',
  area: 'blocklist',
  input: 'ip',
  needs: ['ip'],
  severity: 'low',
  title: 'The sending address on small blocklists',
  about:
    'Lists by which few servers refuse mail, or which list whole networks for what a neighbour did (UCEPROTECT Level 2 and 3). Being on one is seldom why mail bounces, and some ask for money to remove an address: there is no need to pay.',
  remedy: null,
  source: 'RFC 6471 section 2.1',
  async run(context) {
    const ip = context.subject.ip as string;
    if (context.lists === null) return notApplicable('Blocklists are not asked here.');
    const listings = await addressListings(context);
    const on = blocklists(listings, 'listed', 'low', 'informational');
    if (on.length > 0)
      return tell(
        `${ip} is on ${listed(on.map(listingWords))}. Few servers use ${on.length === 1 ? 'this list' : 'these lists'}: act only where a refusal names one.`,
        { seen: on.map(seenListing) },
      );
    const clean = blocklists(listings, 'not-listed', 'low', 'informational');
    if (clean.length === 0) {
      const [first] = blocklists(listings, 'not-checkable', 'low', 'informational');
      return undetermined(`None of the small blocklists could be asked about ${ip}. ${first?.why ?? ''}`.trim());
    }
    return pass(`${ip} is not on ${listNames(clean, 'or')}.`, { seen: clean.map(seenListing) });
  },
});
