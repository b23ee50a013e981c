import { type PlacedTerm, placedTerms, type SpfTerm } from '@whybounce/core/record';
import { ofOneRecord } from '../../fact/spf.ts';
import { written } from '../../fact/spf-publish.ts';
import { unreadRecord } from '../../fact/spf-tree.ts';
import { placeWords, quotedTerm, seenPlace } from '../../fact/spf-words.ts';
import { defineCheck, fail, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'spf.ptr_limit',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'medium',
  title: 'SPF does without "ptr"',
  about:
    'The term "ptr" makes every receiver look up the names of every sender’s address. It is slow and often fails, the standard says not to use it, and some receivers skip it or take the whole record for an error.',
  remedy: 'List the addresses that send as ip4: and ip6: in place of "ptr".',
  source: 'RFC 7208 section 5.5',
  run: (context) =>
    ofOneRecord(context, ({ domain, tree, root, record, seen: whole }) => {
      const found = placedTerms(root).filter((placed) => placed.node.state !== 'not-reached' && usesPtr(placed));
      const [first] = found;
      if (first === undefined) {
        const open = unreadRecord(tree);
        return open === null
          ? pass(`No "ptr" stands in the SPF of ${domain}.`, { seen: whole })
          : undetermined(`No "ptr" stands in the record of ${domain} itself. Of what it includes, ${open}.`, {
              seen: whole,
            });
      }
      const seen = [...whole, ...found.slice(0, 4).flatMap(({ place }) => seenPlace(place))];
      if (first.depth > 0)
        return warn(`${placeWords(first.place)} makes receivers look up the names of every sender’s address.`, {
          seen,
          severity: 'low',
          fix: `Ask whoever runs ${first.domain} for a record without ${quotedTerm(first.place.at.term)}.`,
        });
      const { ip } = context.subject;
      const term = quotedTerm(first.place.at.term);
      const isMechanism = isPtr(first.node.term);
      return fail(
        `${term} in the record of ${domain} makes receivers look up the names of every sender’s address, which the standard says not to use.`,
        {
          seen,
          fix: `Find out which servers ${term} stands for, and put their addresses as ip4: and ip6: in its place.${ip === null || !isMechanism ? '' : ` Below, ${ip} is listed before it; add the others, and then take ${term} out.`}`,
          publish:
            ip === null || !isMechanism ? undefined : written(domain, { existing: record.text, add: [{ ip }] }).publish,
        },
      );
    }),
});

function isPtr(term: SpfTerm): boolean {
  return term.kind === 'mechanism' && term.name === 'ptr';
}

/** The macro `p` asks the same as the term. */
function usesPtr({ node: { term, needs } }: PlacedTerm): boolean {
  return isPtr(term) || needs.includes('p');
}
