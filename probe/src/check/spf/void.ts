import type { DnsClient } from '@whybounce/core/dns';
import { type PlacedTerm, placedTerms, type SpfVoid } from '@whybounce/core/record';
import { counted, listed } from '../../fact/list-words.ts';
import { ofOneRecord } from '../../fact/spf.ts';
import { corrected } from '../../fact/spf-publish.ts';
import { isDead, leads, unreadName } from '../../fact/spf-tree.ts';
import { ownTerm, placeWords, quotedTerm, seenPlace } from '../../fact/spf-words.ts';
import { defineCheck, fail, pass, undetermined, warn } from '../define.ts';

/** Places that evidence names: a hostile record has hundreds. */
const MAX_PLACES = 8;

export default defineCheck({
  id: 'spf.void',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'At most two SPF look-ups find nothing',
  about:
    'Of the DNS look-ups of one SPF record at most two may find nothing. With a third, receivers stop with an error and take nothing of the record. What finds nothing is mostly the name of a service or server that is gone.',
  remedy: 'Remove the terms whose names no longer exist.',
  source: 'RFC 7208 section 4.6.4',
  run: (context) =>
    ofOneRecord(context, async ({ domain, tree, root, seen: whole }) => {
      const { dns } = context;
      const { voids, limits } = tree;
      const seen = [...whole, ...voids.places.slice(0, MAX_PLACES).flatMap(seenVoid)];
      // an include that leads to nothing is an error of its own, of which spf.include_none tells
      const dead = placedTerms(root).filter(isDead);
      const astray = leads(tree).filter(({ node: { child } }) => child?.status === 'none');
      const own = dead.filter(({ depth }) => depth === 0);
      const hosts = await hostsForMx(own, dns);
      const gone = own.flatMap(({ place }) => (hosts.has(place.at.term) ? [] : [place.at.term]));
      const { publish, notes } =
        own.length === 0
          ? { publish: undefined, notes: '' }
          : corrected(tree, {
              of: 'void',
              remove: own.map(({ place }) => place.at.term),
              add: [...hosts.values()].map((term) => ({ term })),
            });
      const elsewhere = [...new Set(dead.filter(({ depth }) => depth > 0).map(({ place }) => ownTerm(place)))];
      const fix = [
        astray.length === 0 || Math.max(voids.ipv4, voids.ipv6) <= limits.voids
          ? ''
          : `First correct or remove ${listed(astray.map(({ place }) => quotedTerm(place.at.term)))}: no SPF record is there.`,
        ...[...hosts].map(
          ([mx, host]) =>
            `Write ${quotedTerm(host)} in place of ${quotedTerm(mx)}: that name is a host with an address and has no MX record.`,
        ),
        gone.length === 0
          ? ''
          : `Remove ${listed(gone.map(quotedTerm))} from the record of ${domain} if nothing sends by way of ${gone.length === 1 ? 'it' : 'them'} any more; if a name is mistyped, correct it.`,
        elsewhere.length === 0
          ? ''
          : `Ask whoever runs the record behind ${listed(elsewhere.map(quotedTerm))} to remove what is gone, or take it out.`,
        dead.length === 0 && astray.length === 0
          ? `Write the addresses as ip4: and ip6: in place of names that have only one of both kinds.`
          : '',
      ]
        .filter((part) => part !== '')
        .join(' ');
      const how = { seen, fix: `${fix}${notes}`, publish };
      if (voids.ipv4 > limits.voids)
        return fail(
          `${voids.ipv4} DNS look-ups of the SPF record of ${domain} find nothing, and ${limits.voids} are allowed: receivers stop with an error (permerror). They are for ${namesOf(voids.places, 4)}.`,
          how,
        );
      if (voids.ipv6 > limits.voids)
        return fail(
          `For mail that comes over IPv6, ${voids.ipv6} DNS look-ups of the SPF record of ${domain} find nothing, and ${limits.voids} are allowed: receivers stop with an error (permerror). They are for ${namesOf(voids.places, 6)}.`,
          { ...how, severity: 'medium' },
        );
      const open = unreadName(tree);
      if (open !== null)
        return undetermined(
          `At least ${counted(voids.dualStack, 'DNS look-up')} of the SPF record of ${domain} ${voids.dualStack === 1 ? 'finds' : 'find'} nothing; whether there are more could not be told, as ${open}.`,
          { seen },
        );
      const [first] = dead;
      if (first !== undefined)
        return warn(
          `${placeWords(first.place)} finds nothing${dead.length > 1 ? `, nor ${dead.length === 2 ? 'does another term' : `do ${dead.length - 1} other terms`}` : ''}: it allows nobody, and of such look-ups only ${limits.voids} are allowed.`,
          { ...how, severity: 'low' },
        );
      return pass(
        voids.dualStack === 0
          ? `Every DNS look-up of the SPF record of ${domain} finds something.`
          : `No evaluation of the SPF record of ${domain} meets more than ${counted(Math.max(voids.ipv4, voids.ipv6), 'DNS look-up')} without an answer, and ${limits.voids} are allowed.`,
        { seen },
      );
    }),
});

/** Terms for which is asked whether their name is a host. */
const MAX_ASKED = 3;

/** For each `mx` of the domain's own record whose name is a host without MX record, the `a` that was meant. */
async function hostsForMx(dead: readonly PlacedTerm[], dns: DnsClient): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const asked = dead.filter(
    ({ node: { mx, term } }) => mx?.status === 'no-data' && /^\+?mx(?=[:/]|$)/i.test(term.text),
  );
  for (const { node, place } of asked.slice(0, MAX_ASKED)) {
    const name = node.mx?.name ?? '';
    const answers = [await dns.query(name, 'A'), await dns.query(name, 'AAAA')];
    if (answers.some(({ records }) => records.length > 0))
      found.set(place.at.term, place.at.term.replace(/^\+?mx/i, 'a'));
  }
  return found;
}

/** What is counted of a client with that kind of address. */
function namesOf(places: readonly SpfVoid[], family: 4 | 6): string {
  const isExists = ({ at }: SpfVoid) => /^[+\-~?]?exists:/i.test(at.term);
  const counted = places.filter((place) =>
    family === 4 ? place.type !== 'AAAA' : place.type !== 'A' || isExists(place),
  );
  return listed([...new Set(counted.map((place) => `${place.name} (${place.type})`))]);
}

function seenVoid(place: SpfVoid) {
  return [...seenPlace(place), { of: `${place.type} ${place.name}`, value: 'nothing' }];
}
