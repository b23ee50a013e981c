import { ofOneRecord } from '../../fact/spf.ts';
import { corrected } from '../../fact/spf-publish.ts';
import { recordEnd, unreadRecord } from '../../fact/spf-tree.ts';
import { quotedTerm, seenRecord } from '../../fact/spf-words.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'spf.all_missing',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'medium',
  title: 'The SPF record says what becomes of all other mail',
  about:
    'A record that does not end with "all" or a redirect says nothing about servers that it does not list. Receivers then treat mail from a forger as if there were no SPF record.',
  remedy: 'End the record with ~all or -all.',
  source: 'RFC 7208 section 4.7',
  run: (context) =>
    ofOneRecord(context, ({ domain, tree, root, record, seen: whole }) => {
      const meant = record.terms.find((term) => term.kind === 'broken' && /(?:^| )[-+~?]?all$/i.test(term.meant ?? ''));
      if (meant !== undefined)
        return notApplicable(
          `The record of ${domain} has ${quotedTerm(meant.text)}, which seems to be meant as its end and cannot be read.`,
          { seen: whole },
        );
      const { node, all } = recordEnd(root);
      if (node === null) {
        const why = unreadRecord(tree);
        return why === null
          ? notApplicable(`The record of ${domain} redirects to one that cannot be evaluated.`, { seen: whole })
          : undetermined(`How the record of ${domain} ends could not be told: ${why}.`, { seen: whole });
      }
      if (all !== null)
        return pass(
          `The record of ${node.domain} ends with ${quotedTerm(all.text)}${node === root ? '' : `, to which ${domain} redirects`}.`,
          { seen: whole },
        );
      if (node !== root)
        return fail(
          `${domain} redirects to ${node.domain}, whose record has neither "all" nor a redirect: of servers that it does not list it says nothing.`,
          {
            seen: [...whole, seenRecord(node.domain, node.record?.text ?? '')],
            fix: `Have the record of ${node.domain} end with ~all, or put what it lists into the record of ${domain}, with ~all at the end.`,
          },
        );
      const { publish, notes } = corrected(tree, { all: '~' });
      return fail(
        `The record of ${domain} has neither "all" nor a redirect at its end: of servers that it does not list it says nothing, so that it stops no forger.`,
        {
          seen: whole,
          fix: `See that every service that sends mail of ${domain} is in the record, and end it with ~all.${notes}`,
          publish,
        },
      );
    }),
});
