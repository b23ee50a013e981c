import type { PlacedTerm } from '@whybounce/core/record';
import { counted, listed } from '../../fact/list-words.ts';
import { ofOneRecord } from '../../fact/spf.ts';
import { corrected } from '../../fact/spf-publish.ts';
import { leads, recordEnd, unreadRecord } from '../../fact/spf-tree.ts';
import { placeWords, quotedTerm, seenPlace, seenRecord } from '../../fact/spf-words.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'spf.include_none',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'Every include leads to an SPF record',
  about:
    'Where an include or redirect leads to a name without SPF record, or with several, receivers stop with an error and take nothing of the whole record. That happens when a service is given up, or its name was mistyped.',
  remedy: 'Remove the include, or correct its name.',
  source: 'RFC 7208 sections 5.2 and 6.1',
  run: (context) =>
    ofOneRecord(context, ({ domain, tree, root, seen: whole }) => {
      const all = leads(tree);
      if (all.length === 0)
        return notApplicable(`The record of ${domain} includes no other and redirects to none.`, { seen: whole });
      const bad = all.filter(({ node: { child } }) => child?.status === 'none' || child?.status === 'several');
      const [first] = bad;
      if (first === undefined) {
        const open = unreadRecord(tree);
        return open === null
          ? pass(`Every include of ${domain} leads to an SPF record: ${all.length} in all.`, {
              seen: whole,
            })
          : undetermined(`Whether every include of ${domain} leads to an SPF record could not be told: ${open}.`, {
              seen: whole,
            });
      }
      const own = bad.filter(({ depth }) => depth === 0).map(({ place }) => place.at.term);
      const ends = recordEnd(root).all !== null || own.every((term) => !/^redirect=/i.test(term));
      const { publish, notes } =
        own.length === 0
          ? { publish: undefined, notes: '' }
          : corrected(tree, { of: 'include', remove: own, ...(ends ? {} : { all: '~' as const }) });
      const more = bad.length > 1 ? ` So it is with ${counted(bad.length - 1, 'other include')}.` : '';
      const remove =
        own.length === 0
          ? `Tell whoever runs ${first.domain}; until it is repaired, take ${quotedTerm(first.place.path[0]?.term ?? '')} out of the record of ${domain}.`
          : `Correct the name in ${listed(own.map(quotedTerm))}, or, if nothing sends by way of it any more, ${publish === undefined ? 'take it out' : 'publish the record below'}.`;
      return fail(
        `${placeWords(first.place)} leads to ${nameOf(first)}, which ${whatIsWrong(first)}: receivers stop with an error (permerror).${more}`,
        { seen: [...whole, ...bad.slice(0, 4).flatMap(seenBad)], fix: `${remove}${notes}`, publish },
      );
    }),
});

function nameOf({ node }: PlacedTerm): string {
  return node.child?.domain || 'a name that cannot exist';
}

function whatIsWrong({ node: { child } }: PlacedTerm): string {
  if (child?.status === 'several') return `has ${child.records.length} SPF records, and one is allowed`;
  if (child?.answer === 'no-domain') return 'does not exist';
  const [miss] = child?.nearMisses ?? [];
  return miss === undefined ? 'has no SPF record' : `has no right SPF record, but ${quotedTerm(miss.text)}`;
}

function seenBad({ place, node: { child } }: PlacedTerm) {
  const records = (child?.records ?? []).map(({ text }) => seenRecord(child?.domain ?? '', text));
  const none = { of: `SPF record of ${child?.domain}`, value: 'none' };
  return [...seenPlace(place), ...(records.length === 0 ? [none] : records)];
}
