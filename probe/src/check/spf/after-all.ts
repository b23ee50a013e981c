import { allOf, lintSpfRecord } from '@whybounce/core/record';
import { listed } from '../../fact/list-words.ts';
import { ofOneRecord } from '../../fact/spf.ts';
import { corrected } from '../../fact/spf-publish.ts';
import { quotedTerm, seenPlace } from '../../fact/spf-words.ts';
import { defineCheck, fail, notApplicable, pass } from '../define.ts';

export default defineCheck({
  id: 'spf.after_all',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'low',
  title: 'Nothing stands after "all" in SPF',
  about:
    'An "all" decides about every sender, so that receivers read nothing after it, and follow no redirect beside it. A service that was added there is not allowed, though it looks as if it were.',
  remedy: 'Remove what stands after "all"; what still sends belongs before it.',
  source: 'RFC 7208 sections 5.1 and 6.1',
  run: (context) =>
    ofOneRecord(context, ({ domain, tree, record, seen: whole }) => {
      const all = allOf(record);
      if (all === null) return notApplicable(`The record of ${domain} has no "all".`, { seen: whole });
      const late = lintSpfRecord(record).flatMap(({ code, span }) =>
        (code === 'after-all' || code === 'redirect-and-all') && span !== null ? [span] : [],
      );
      if (late.length === 0)
        return pass(`Nothing stands after ${quotedTerm(all.text)} in the record of ${domain}.`, { seen: whole });
      const terms = late.map((span) => record.text.slice(...span));
      const senders = terms.filter((term) => !/^[-+~?]?all$|^redirect=/i.test(term));
      const { publish } = corrected(tree);
      const before =
        senders.length === 0
          ? ''
          : ` If mail of ${domain} still comes by way of ${listed(senders.map(quotedTerm))}, put ${senders.length === 1 ? 'it' : 'them'} before ${quotedTerm(all.text)} instead.`;
      return fail(
        `${listed(terms.map(quotedTerm))} in the record of ${domain} ${terms.length === 1 ? 'is' : 'are'} never looked at, because of ${quotedTerm(all.text)}.`,
        {
          seen: [
            ...whole,
            ...late.flatMap((span) => seenPlace({ path: [], at: { domain, term: record.text.slice(...span), span } })),
          ],
          // a term that allows somebody and is skipped costs deliveries, a second "all" costs nothing
          severity: senders.length > 0 ? 'medium' : 'low',
          fix: `Remove ${listed(terms.map(quotedTerm))}, which changes nothing${publish === undefined ? '' : ': the record below is without'}.${before}`,
          publish,
        },
      );
    }),
});
