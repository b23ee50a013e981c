import type { SpfVoid } from '@whybounce/core/record';
import { placedTerms } from '@whybounce/core/record';
import { counted, listed } from '../../fact/list-words.ts';
import { ofOneRecord } from '../../fact/spf.ts';
import { corrected } from '../../fact/spf-publish.ts';
import { isDead, unreadName } from '../../fact/spf-tree.ts';
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
    ofOneRecord(context, ({ domain, tree, root, seen: whole }) => {
      const { voids, limits } = tree;
      const seen = [...whole, ...voids.places.slice(0, MAX_PLACES).flatMap(seenVoid)];
      const dead = placedTerms(root).filter(
        (placed) => isDead(placed) || (placed.node.child !== null && isGone(placed.node.child.answer)),
      );
      const own = dead.filter(({ depth }) => depth === 0).map(({ place }) => place.at.term);
      const names = listed([...new Set(voids.places.map((place) => `${place.name} (${place.type})`))]);
      const { publish, notes } =
        own.length === 0 ? { publish: undefined, notes: '' } : corrected(tree, { remove: own });
      const elsewhere = [...new Set(dead.filter(({ depth }) => depth > 0).map(({ place }) => ownTerm(place)))];
      const fix = [
        own.length === 0 ? '' : `Remove ${listed(own.map(quotedTerm))} from the record of ${domain}.`,
        elsewhere.length === 0
          ? ''
          : `Ask whoever runs the record behind ${listed(elsewhere.map(quotedTerm))} to remove what is gone, or take it out.`,
        dead.length === 0
          ? `Write the addresses as ip4: and ip6: in place of names that have only one of both kinds.`
          : '',
      ]
        .filter((part) => part !== '')
        .join(' ');
      const how = { seen, fix: `${fix}${notes}`, publish };
      if (voids.ipv4 > limits.voids)
        return fail(
          `${voids.ipv4} DNS look-ups of the SPF record of ${domain} find nothing, and ${limits.voids} are allowed: receivers stop with an error (permerror). They are for ${names}.`,
          how,
        );
      if (voids.ipv6 > limits.voids)
        return fail(
          `For mail that comes over IPv6, ${voids.ipv6} DNS look-ups of the SPF record of ${domain} find nothing, and ${limits.voids} are allowed: receivers stop with an error (permerror). They are for ${names}.`,
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

function isGone(status: string): boolean {
  return status === 'no-data' || status === 'no-domain';
}

function seenVoid(place: SpfVoid) {
  return [...seenPlace(place), { of: `${place.type} ${place.name}`, value: 'nothing' }];
}
