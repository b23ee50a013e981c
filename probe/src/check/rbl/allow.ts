import { listed } from '../../fact/list-words.ts';
import { listingWords, listNames, seenListing } from '../../fact/listing-words.ts';
import { addressListings } from '../../fact/listings.ts';
import { defineCheck, notApplicable, tell, undetermined } from '../define.ts';

export default defineCheck({
  id: 'rbl.allow',
  area: 'blocklist',
  input: 'ip',
  needs: ['ip'],
  severity: 'info',
  title: 'The sending address on allow lists',
  about:
    'Whether a list vouches for the address, such as dnswl.org. Filters give a little credit for it; most good senders are on none.',
  remedy: null,
  source: 'RFC 5782 section 2',
  async run(context) {
    const ip = context.subject.ip as string;
    if (context.lists === null) return notApplicable('Allow lists are not asked here.');
    const allow = (await addressListings(context)).filter(({ kind }) => kind === 'allow');
    const on = allow.filter(({ verdict }) => verdict === 'listed');
    if (on.length > 0) return tell(`${listed(on.map(listingWords))} vouches for ${ip}.`, { seen: on.map(seenListing) });
    const off = allow.filter(({ verdict }) => verdict === 'not-listed');
    if (off.length === 0)
      return undetermined(`No allow list could be asked about ${ip}. ${allow[0]?.why ?? ''}`.trim());
    return tell(`${listNames(off)} does not know ${ip}. That costs nothing.`, { seen: off.map(seenListing) });
  },
});
