import { flattenSpf, type SpfTree } from '@whybounce/core/record';
import { txtLine } from '../../dns/zone-line.ts';
import { listed } from '../../fact/list-words.ts';
import { ofOneRecord } from '../../fact/spf.ts';
import { errorOf } from '../../fact/spf-error.ts';
import { idleTerms } from '../../fact/spf-idle.ts';
import { type Correction, corrected } from '../../fact/spf-publish.ts';
import { leads, unreadRecord } from '../../fact/spf-tree.ts';
import { placeWords, quotedTerm, seenCosts, seenPlace } from '../../fact/spf-words.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, warn } from '../define.ts';

/** From so many on, the next service that somebody adds breaks the record. */
const MANY = 8;

export default defineCheck({
  id: 'spf.lookups',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'SPF needs at most ten DNS look-ups',
  about:
    'Receivers make at most ten DNS look-ups for one SPF record, counting those of every record that it includes. With one more they stop with an error, and mail of services late in the record fails. Included records change without notice, so that a record can break on its own.',
  remedy:
    'Remove services that no longer send, send mail of some services from a subdomain with a record of its own, or replace includes by the addresses that they stand for.',
  source: 'RFC 7208 section 4.6.4',
  run: (context) =>
    ofOneRecord(context, ({ domain, tree, seen: whole }) => {
      const { lookups, limits, loops } = tree;
      const costs = seenCosts(tree);
      if (loops.length > 0 && lookups.total <= limits.lookups)
        return notApplicable(
          `The records of ${domain} lead in a circle, so that their look-ups have no end: break the circle first.`,
          { seen: [...whole, costs] },
        );
      const open = unreadRecord(tree);
      const number = open === null ? String(lookups.total) : `at least ${lookups.total}`;
      const needs = `The SPF record of ${domain} needs ${number} DNS look-${lookups.total === 1 ? 'up' : 'ups'}`;
      if (lookups.over !== null) {
        const { publish, how } = fewer(tree);
        return fail(
          `${needs}, and ${limits.lookups} are allowed. Receivers stop with an error (permerror) at ${placeWords(lookups.over)}.`,
          { seen: [...whole, ...seenPlace(lookups.over), costs], fix: how, publish },
        );
      }
      const macros = leads(tree).filter(({ node }) => node.state === 'needs-client');
      const more =
        macros.length === 0
          ? ''
          : ` Where ${listed(macros.map(({ node }) => quotedTerm(node.term.text)))} leads, and what that costs, depends on the message.`;
      const seen = [...whole, costs];
      if (open !== null) return undetermined(`${needs}; how many in all could not be told, as ${open}.`, { seen });
      if (lookups.total < MANY) return pass(`${needs} of the ${limits.lookups} that are allowed.${more}`, { seen });
      const { publish, how } = spared(tree) ?? { publish: undefined, how: null };
      return warn(
        `${needs} of the ${limits.lookups} that are allowed: ${lookups.total === limits.lookups ? 'one more service breaks it' : 'one or two more services break it'}.${more}`,
        {
          seen,
          severity: 'medium',
          fix:
            how ??
            `Find out which services in the record of ${domain} still send, and remove the others before another is added.`,
          publish,
        },
      );
    }),
});

interface Remedy {
  readonly publish: string | undefined;
  readonly how: string;
}

/** Without terms that allow nobody, if there are any. */
function spared(tree: SpfTree): Remedy | null {
  const idle = idleTerms(tree);
  if (idle.cost === 0) return null;
  const { publish, notes }: Correction = corrected(tree, { of: 'lookups', remove: idle.remove });
  const how = `Remove ${listed(idle.terms.map(quotedTerm))}, which ${idle.terms.length === 1 ? 'allows' : 'allow'} nobody that is not allowed already: ${tree.lookups.total - idle.cost} look-ups are left.${notes}`;
  return { publish, how };
}

/** How the record comes to ten look-ups: without idle terms where that is enough, else with addresses for includes. */
function fewer(tree: SpfTree): Remedy {
  const { domain, lookups, limits } = tree;
  const idle = spared(tree);
  if (idle !== null && lookups.total - idleTerms(tree).cost <= limits.lookups) return idle;
  const first = `First remove from the record of ${domain} what no longer sends, and let services for newsletters and the like send from a subdomain such as news.${domain}, which has a record of its own.`;
  const flat = flattenSpf(tree);
  const isRepair = errorOf(tree) === 'lookups' && flat.records.length > 0 && flat.lookups.after <= limits.lookups;
  if (!isRepair || tree.cutOff !== null) return { publish: undefined, how: first };
  return {
    publish: flat.records.map(({ name, text }) => txtLine(name, text)).join('\n'),
    how: [
      first,
      `If that is not enough, publish what stands below: it has the addresses of today in place of the includes and needs ${flat.lookups.after} look-ups.`,
      ...flat.left,
    ].join(' '),
  };
}
