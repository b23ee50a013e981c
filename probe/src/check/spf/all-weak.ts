import type { Seen } from '@whybounce/core/check';
import { appliedRecord, dmarc, dmarcPolicies, whyNoDmarc } from '../../fact/dmarc.ts';
import { ofOneRecord } from '../../fact/spf.ts';
import { corrected } from '../../fact/spf-publish.ts';
import { recordEnd, unreadRecord } from '../../fact/spf-tree.ts';
import { quotedTerm } from '../../fact/spf-words.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'spf.all_weak',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'low',
  title: 'SPF, or DMARC with it, turns forgers down',
  about:
    'A record that ends with ~all marks mail from other servers as suspicious and leaves it to DMARC to have it refused. As long as DMARC does not ask for that, or where the record ends with ?all, forged mail is delivered.',
  remedy:
    'Raise DMARC to quarantine or reject once its reports show that all your mail passes; or end the record with -all.',
  source: 'RFC 7208 section 8, RFC 9989 section 5',
  run: (context) =>
    ofOneRecord(context, async ({ domain, tree, root, seen: whole }) => {
      const { node, all } = recordEnd(root);
      if (node === null) {
        const why = unreadRecord(tree);
        return why === null
          ? notApplicable(`The record of ${domain} redirects to one that cannot be evaluated.`, { seen: whole })
          : undetermined(`How the record of ${domain} ends could not be told: ${why}.`, { seen: whole });
      }
      if (all === null) return notApplicable(`The record of ${node.domain} has no "all".`, { seen: whole });
      const end = `The SPF record of ${node.domain} ends with ${quotedTerm(all.text)}`;
      if (all.qualifier === '+') return notApplicable(`${end}, which allows everybody.`, { seen: whole });
      if (all.qualifier === '-')
        return pass(`${end}: mail from servers that it does not list is to be refused.`, { seen: whole });
      const policy = await enforcement(context);
      const seen = policy.record === null ? whole : [...whole, policy.record];
      if (all.qualifier === '?') {
        const { publish, notes } = node === root ? corrected(tree, { all: '~' }) : { publish: undefined, notes: '' };
        return fail(`${end}: of servers that it does not list it says nothing, so that it stops no forger.`, {
          seen,
          severity: policy.kind === 'enforced' ? 'low' : 'medium',
          fix: `See that every service that sends mail of ${domain} is in the record of ${node.domain}, and end it with ~all.${notes}`,
          publish,
        });
      }
      switch (policy.kind) {
        case 'enforced':
          return pass(`${end}, and DMARC has mail that fails ${policy.asks}: that is enough.`, { seen });
        case 'unknown':
          return undetermined(`${end}. Whether DMARC turns forgers down could not be told: ${policy.why}.`, { seen });
        default:
          return warn(
            `${end}, which marks mail of forgers as suspicious, and ${policy.why}: most of it is delivered.`,
            {
              seen,
              fix: `Collect DMARC reports for ${domain}. Once they show that all its mail passes, raise DMARC to p=quarantine and then p=reject; ${quotedTerm(all.text)} may then stay.${policy.record === null ? ' Without DMARC, end the record with -all once all that sends is in it.' : ''}`,
            },
          );
      }
    }),
});

type Enforcement =
  | { readonly kind: 'enforced'; readonly asks: string; readonly record: Seen }
  | { readonly kind: 'open'; readonly why: string; readonly record: Seen | null }
  | { readonly kind: 'unknown'; readonly why: string; readonly record: null };

/** Whether DMARC asks for mail that fails to be kept from the inbox, by both generations of receivers. */
async function enforcement(context: CheckContext): Promise<Enforcement> {
  const found = await dmarc(context);
  const applied = appliedRecord(found);
  if (applied === null) {
    const why = whyNoDmarc(found);
    return why === null
      ? { kind: 'open', why: 'no DMARC record has it refused', record: null }
      : { kind: 'unknown', why, record: null };
  }
  const record = { of: `DMARC record at ${applied.name}`, value: applied.record.text };
  const policies = await dmarcPolicies(context);
  const both = policies === null ? [] : [policies.rfc7489, policies.rfc9989];
  if (both.some(({ how }) => how === 'undetermined'))
    return { kind: 'unknown', why: `whether ${context.subject.domain} exists is not known`, record: null };
  const isEnforced = both.every(
    ({ policy, percent }) => (policy === 'quarantine' || policy === 'reject') && percent === 100,
  );
  if (isEnforced && both.length > 0) {
    const asks = both.every(({ policy }) => policy === 'reject') ? 'refused' : 'put into the spam folder';
    return { kind: 'enforced', asks, record };
  }
  return { kind: 'open', why: `the DMARC record at ${applied.name} does not ask for all of it to be refused`, record };
}
