import { ofOneRecord } from '../../fact/spf.ts';
import { corrected } from '../../fact/spf-publish.ts';
import { leads, unreadRecord } from '../../fact/spf-tree.ts';
import { ownTerm, placeWords, quotedTerm, seenPlace } from '../../fact/spf-words.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'spf.loop',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'SPF records do not lead in a circle',
  about:
    'Where an included record leads back to one that includes it, receivers go round until they have used up their ten look-ups and stop with an error: no mail of the domain passes SPF by what stands after it.',
  remedy: 'Remove the include that leads back.',
  source: 'RFC 7208 section 4.6.4',
  run: (context) =>
    ofOneRecord(context, ({ domain, tree, seen: whole }) => {
      const [loop] = tree.loops;
      if (loop !== undefined) {
        const isOwn = loop.path.length === 0;
        const first = ownTerm(loop);
        const { publish, notes } = corrected(tree, { of: 'loop', remove: [first] });
        return fail(
          loop.domain === loop.at.domain
            ? `${placeWords(loop)} leads back to ${loop.domain} itself: receivers go round until they stop with an error (permerror).`
            : `${placeWords(loop)} leads back to ${loop.domain}, from where the evaluation came: receivers go round until they stop with an error (permerror).`,
          {
            seen: [...whole, ...seenPlace(loop)],
            fix: isOwn
              ? `Remove ${quotedTerm(first)} from the record of ${domain}: a record that includes itself gains nothing by it.${notes}`
              : `Take ${quotedTerm(loop.at.term)} out of the record of ${loop.at.domain}. If that is not yours, tell whoever runs it, and until then ${publish === undefined ? `take ${quotedTerm(first)} out` : `publish the record below, without ${quotedTerm(first)}`}; whoever it allowed then fails SPF.${notes}`,
            publish,
          },
        );
      }
      if (leads(tree).length === 0)
        return notApplicable(`The record of ${domain} includes no other and redirects to none.`, { seen: whole });
      const open = unreadRecord(tree);
      return open === null
        ? pass(`No record that ${domain} includes leads back.`, { seen: whole })
        : undetermined(`Whether the records that ${domain} includes lead back could not be told: ${open}.`, {
            seen: whole,
          });
    }),
});
