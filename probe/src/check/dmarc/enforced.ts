import type { AppliedPolicy, RecordFinding } from '@whybounce/core/record';
import { type AppliedRecord, dmarc, dmarcPolicies, isOfOrganization, recordToRead } from '../../fact/dmarc.ts';
import { dmarcPolicyStep } from '../../fact/dmarc-policy-step.ts';
import { findingsOn } from '../../fact/dmarc-topic.ts';
import { sayFindings } from '../../fact/record-findings.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'dmarc.enforced',
  area: 'dmarc',
  input: 'domain',
  needs: ['domain'],
  severity: 'medium',
  title: 'Receivers are asked to stop forged mail',
  about:
    'With p=none, mail that only pretends to come from the domain is delivered as before: it is the right start, and no protection. p=quarantine sends it to the spam folder, p=reject has it refused. The way there goes step by step, each after a look at the reports.',
  remedy: 'Raise the policy step by step, from p=none to p=quarantine to p=reject.',
  source: 'RFC 9989 section 5.1',
  async run(context) {
    const domain = context.subject.domain as string;
    const applied = await recordToRead(context);
    if ('outcome' in applied) return applied;
    const policies = await dmarcPolicies(context);
    if (policies === null) return undetermined(`The policy of ${domain} could not be told.`);
    const { rfc9989, rfc7489 } = policies;
    const { seen, record } = applied;
    if (rfc9989.how === 'undetermined')
      return undetermined(
        `What receivers do depends on whether ${domain} exists (np=${record.np}), and that could not be told.`,
        { seen },
      );
    const { fix, publish } = await dmarcPolicyStep(context);
    const next = { fix, publish };
    const who = domain === applied.domain ? domain : `${domain}, by the record of ${applied.domain},`;
    const [now, old] = [fate(rfc9989), fate(rfc7489)];
    const mail = `Mail that says it comes from ${who} and fails DMARC ${now}${old === now ? '' : `; receivers that follow RFC 7489 act otherwise: it ${old}`}.`;
    const both = [rfc9989, rfc7489].map(({ policy }) => policy ?? 'none');
    const requested = rfc9989.requested ?? rfc7489.requested ?? 'none';
    if (requested === 'none') return fail(mail, { seen, ...next });
    const loose = (await weakSpots(context, applied)).concat(
      findingsOn(record, 'strength').filter(({ code }) => code.startsWith('test-mode') || code === 'partial-policy'),
    );
    if (both.every((policy) => policy === 'none') || loose.length > 0 || both.includes('none'))
      return warn(loose.length === 0 ? mail : `${mail} ${sayFindings(loose)}`, { seen, severity: 'low', ...next });
    return pass(mail, { seen });
  },
});

function fate({ policy, percent, how }: AppliedPolicy): string {
  if (how === 'ignored') return 'is treated as if there were no record';
  if (policy === 'none' || policy === null) return 'is delivered as without DMARC';
  const does = policy === 'reject' ? 'is refused' : 'goes to the spam folder';
  return percent < 100 ? `${does} in ${percent} of 100 cases` : does;
}

/** Where subdomains are protected less than the domain; in the record of a subdomain these tags have no effect. */
async function weakSpots(context: CheckContext, applied: AppliedRecord): Promise<RecordFinding[]> {
  if (!isOfOrganization(await dmarc(context), applied)) return [];
  return findingsOn(applied.record, 'strength').filter(({ code }) => code.startsWith('weaker-'));
}
