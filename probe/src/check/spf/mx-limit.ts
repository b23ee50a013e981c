import { placedTerms } from '@whybounce/core/record';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { listed } from '../../fact/list-words.ts';
import { ofOneRecord } from '../../fact/spf.ts';
import { isOpen } from '../../fact/spf-tree.ts';
import { placeWords, quotedTerm, seenPlace } from '../../fact/spf-words.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'spf.mx_limit',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'No "mx" in SPF stands for more than ten servers',
  about:
    'The term "mx" allows the mail servers of a domain, of which there may be at most ten. With more, receivers stop with an error. Servers that take mail are seldom those that send it.',
  remedy: 'List the addresses that send as ip4: and ip6: in place of "mx".',
  source: 'RFC 7208 section 4.6.4',
  run: (context) =>
    ofOneRecord(context, ({ domain, tree, root, seen: whole }) => {
      const terms = placedTerms(root).flatMap((placed) =>
        placed.node.mx === null ? [] : [{ placed, mx: placed.node.mx }],
      );
      const { mxNames } = tree.limits;
      const over = terms.find(({ mx }) => mx.records.length > mxNames);
      if (over !== undefined) {
        const { placed, mx } = over;
        return fail(
          `${placeWords(placed.place)} stands for the ${mx.records.length} mail servers of ${mx.name}, and ${mxNames} are allowed: receivers stop with an error (permerror).`,
          {
            seen: [...whole, ...seenPlace(placed.place), seenAnswer(mx)],
            fix:
              placed.depth === 0
                ? `In the record of ${domain}, put the addresses that send as ip4: and ip6: in the place of ${quotedTerm(placed.place.at.term)}.`
                : `Tell whoever runs ${placed.domain}, or take the include that leads there out of the record of ${domain}.`,
          },
        );
      }
      if (terms.length === 0) return notApplicable(`No "mx" stands in the SPF of ${domain}.`, { seen: whole });
      const seen = [...whole, ...terms.map(({ mx }) => seenAnswer(mx))];
      const open = terms.find(({ mx }) => isOpen(mx));
      if (open !== undefined)
        return undetermined(
          `How many servers ${placeWords(open.placed.place)} stands for could not be told: ${whyUnknown(open.mx)}.`,
          { seen },
        );
      return pass(
        `${listed(terms.map(({ placed, mx }) => `${placeWords(placed.place)} stands for ${mx.records.length}`))} of at most ${mxNames} mail servers.`,
        { seen },
      );
    }),
});
