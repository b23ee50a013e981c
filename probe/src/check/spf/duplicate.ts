import { type PlacedTerm, placedTerms, type SpfTerm } from '@whybounce/core/record';
import { listed } from '../../fact/list-words.ts';
import { ofOneRecord } from '../../fact/spf.ts';
import { corrected } from '../../fact/spf-publish.ts';
import { unreadName } from '../../fact/spf-tree.ts';
import { placeWords, quotedTerm, seenPlace } from '../../fact/spf-words.ts';
import { defineCheck, fail, pass, tell, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'spf.duplicate',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'low',
  title: 'Nothing stands in SPF twice',
  about:
    'A term that stands twice, or a range inside one that stands before it, does nothing but make the record longer; an include that is reached twice costs its DNS look-ups again.',
  remedy: 'Remove the term that adds nothing.',
  source: 'RFC 7208 sections 4.6.2 and 4.6.4',
  run: (context) =>
    ofOneRecord(context, ({ domain, tree, root, seen: whole }) => {
      const own = placedTerms(root).filter(({ depth, node: { term } }) => depth === 0 && isSender(term));
      const twins = repeated(own);
      const covered = own.filter((placed) => placed.node.coveredBy.length > 0 && !twins.includes(placed));
      const fixed = covered.filter(({ node: { term } }) => term.kind === 'mechanism' && term.network !== null);
      const idle = [...twins, ...fixed];
      if (idle.length > 0) {
        const { publish } = corrected(tree, { remove: fixed.map(({ place }) => place.at.term) });
        return fail(`In the record of ${domain}, ${listed(idle.map((placed) => whyIdle(placed, twins)))}.`, {
          seen: [...whole, ...idle.slice(0, 6).flatMap(({ place }) => seenPlace(place))],
          fix: `${publish === undefined ? 'Once the record can be read again, take out' : 'Publish the record below, without'} ${listed(idle.map(({ place }) => quotedTerm(place.at.term)))}: every sender fares as before.`,
          publish,
        });
      }
      const again = tree.repeated.filter(
        ({ path, at }) => !(path.length === 0 && twins.some(({ place }) => place.at === at)),
      );
      const [first] = again;
      if (first !== undefined)
        return warn(
          `${placeWords(first)} leads to ${first.domain} a second time, which costs its DNS look-ups again.`,
          {
            seen: [...whole, ...again.slice(0, 4).flatMap(seenPlace)],
            fix: `See whether the record of ${domain} needs both ways to ${first.domain}: an include that another one has in it already can go.`,
          },
        );
      const [host] = covered.filter(
        ({ node }) => node.size !== null && node.size.ipv4Addresses + node.size.ipv6Networks > 0,
      );
      if (host !== undefined)
        return tell(
          `All that ${quotedTerm(host.place.at.term)} in the record of ${domain} stands for today is allowed by ${listed(host.node.coveredBy.map(({ text }) => quotedTerm(text)))} before it.`,
          {
            seen: [...whole, ...seenPlace(host.place)],
            fix: `Keep ${quotedTerm(host.place.at.term)} if its addresses may change on their own, else remove it: it costs ${host.node.subtreeCost === 1 ? 'a DNS look-up' : `${host.node.subtreeCost} DNS look-ups`}.`,
          },
        );
      const open = unreadName(tree);
      return open === null
        ? pass(`Nothing in the SPF of ${domain} stands twice.`, { seen: whole })
        : undetermined(`Nothing in the record of ${domain} itself stands twice. Of what it leads to, ${open}.`, {
            seen: whole,
          });
    }),
});

function isSender(term: SpfTerm): boolean {
  return term.kind === 'mechanism' && term.name !== 'all';
}

/** Those that match what one before them matches, word for word. */
function repeated(terms: readonly PlacedTerm[]): PlacedTerm[] {
  const seen = new Set<string>();
  return terms.filter(({ node: { term } }) => {
    const key = keyOf(term);
    return seen.size === seen.add(key).size;
  });
}

/** The same for terms that match the same. */
function keyOf(term: SpfTerm): string {
  return term.kind === 'mechanism' && term.network !== null
    ? term.network
    : term.text.replace(/^[-+~?]/, '').toLowerCase();
}

function whyIdle({ place, node }: PlacedTerm, twins: readonly PlacedTerm[]): string {
  const term = quotedTerm(place.at.term);
  return twins.some((twin) => twin.place === place)
    ? `${term} stands twice`
    : `${term} lies within ${listed(node.coveredBy.map(({ text }) => quotedTerm(text)))}`;
}
