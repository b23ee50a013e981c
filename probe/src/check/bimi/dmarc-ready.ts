import { isDetermined } from '@whybounce/core/dns';
import { parseDmarc, writeDmarc } from '@whybounce/core/record';
import { seenAnswer } from '../../dns/dns-words.ts';
import { txtLine } from '../../dns/zone-line.ts';
import { bimiRecord } from '../../fact/bimi.ts';
import { appliedRecord, dmarc, dmarcPolicies, whyNoDmarc } from '../../fact/dmarc.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, tell, undetermined, type Verdict, warn } from '../define.ts';

export default defineCheck({
  id: 'bimi.dmarc_ready',
  area: 'bimi',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'DMARC is strict enough for BIMI',
  about:
    'Whether the DMARC policy asks receivers to put aside or refuse all mail that fails: p=quarantine for all of it, or p=reject, for subdomains too. Otherwise receivers show no logo, whatever the BIMI record says.',
  remedy:
    'Raise the DMARC policy to quarantine or reject, for subdomains too and without pct, once reports show that all your own mail passes.',
  source: 'draft-brand-indicators-for-message-identification, section 7.1',
  async run(context) {
    const domain = context.subject.domain as string;
    const bimi = await bimiRecord(context);
    if (bimi.record?.declined === true) return notApplicable(`${bimi.domain} declines BIMI.`);
    const verdict = await judge(context, domain);
    if (bimi.meant || (verdict.outcome !== 'fail' && verdict.outcome !== 'warn')) return verdict;
    // without a record nobody wants a logo yet
    const has = isDetermined(bimi.answer)
      ? `${domain} has no BIMI record.`
      : `Whether ${domain} has a BIMI record could not be told.`;
    return tell(`${has} For one, DMARC would have to be stricter: ${verdict.says}`, {
      seen: verdict.seen,
    });
  },
});

async function judge(context: CheckContext, domain: string): Promise<Verdict> {
  const found = await dmarc(context);
  const applied = appliedRecord(found);
  if (applied === null) {
    const why = whyNoDmarc(found);
    const seen = found.own === null ? [] : [seenAnswer(found.own.answer)];
    return why === null
      ? fail(`No DMARC record applies to ${domain}, so that receivers show no logo.`, {
          seen: seen.length > 0 ? seen : [{ of: `TXT _dmarc.${domain}`, value: 'no such record' }],
          fix: `Publish a DMARC record at _dmarc.${domain}, at first with p=none and an address for reports.`,
        })
      : undetermined(`The DMARC record of ${domain} could not be read: ${why}.`, { seen });
  }
  const { record, name, seen, owner } = applied;
  const policies = await dmarcPolicies(context);
  const requested = policies?.rfc9989.requested ?? policies?.rfc7489.requested ?? null;
  const organization = await weakOrganization(context, domain, name);
  const tag = policies?.rfc9989.tag ?? 'p';
  const faults = [
    ...(requested === null || requested === 'none'
      ? [`${name} asks receivers to do nothing with mail that fails${requested === null ? '' : ` (${tag}=none)`}`]
      : []),
    ...(record.sp === 'none' && tag !== 'sp' ? [`${name} leaves subdomains out with sp=none`] : []),
    ...(requested === 'quarantine' && record.pct < 100
      ? [`${name} has pct=${record.pct}, where quarantine must be for all mail`]
      : []),
    ...(record.testing ? [`${name} has t=y, so that receivers act by the next weaker policy`] : []),
    ...(organization === null ? [] : [organization]),
  ];
  const publish = owner === 'suffix' || organization !== null ? null : txtLine(name, stricter(record.text));
  if (faults.length > 0)
    return fail(`${faults.join('; ')}. Receivers show no logo.`, {
      seen,
      fix: `Once DMARC reports show that all mail of ${applied.domain} passes, publish a stricter record at ${organization === null ? name : `_dmarc of the organisation`}.`,
      ...(publish === null ? {} : { publish }),
    });
  if (record.pct < 100)
    return warn(
      `${name} has pct=${record.pct}: the draft allows that with p=reject, but Gmail shows logos only with pct=100.`,
      {
        seen,
        fix: `Remove pct=${record.pct} from ${name}.`,
        ...(publish === null ? {} : { publish }),
      },
    );
  return pass(`${name} has ${tag}=${requested}, which is strict enough for BIMI.`, { seen });
}

/** The draft looks at the organisation's own record too; words of what is wrong there, null where nothing is or it is the same. */
async function weakOrganization(context: CheckContext, domain: string, name: string): Promise<string | null> {
  const { steps, organizationalDomain } = (await dmarc(context)).places.rfc9989;
  const step = steps.find((one) => one.domain === organizationalDomain);
  if (step?.record == null || step.name === name || step.domain === domain) return null;
  const record = parseDmarc(step.record);
  if (record.p === 'none' || record.p === null)
    return `${step.name}, of the organisation above, has no policy but none`;
  if (record.sp === 'none') return `${step.name}, of the organisation above, has sp=none`;
  return null;
}

/** One step stricter, as mail that nobody thought of is found on the way. */
function stricter(text: string): string {
  const { p, sp } = parseDmarc(text);
  const isEnforced = p === 'quarantine' || p === 'reject';
  const written = writeDmarc({
    existing: [text],
    want: { p: isEnforced ? p : 'quarantine', test: false, ...(sp === 'none' ? { sp: 'quarantine' } : {}) },
  });
  return written.text;
}
