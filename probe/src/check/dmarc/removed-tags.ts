import type { DmarcRecord } from '@whybounce/core/record';
import { recordToRead } from '../../fact/dmarc.ts';
import { dmarcPolicyStep } from '../../fact/dmarc-policy-step.ts';
import { dmarcProposal, isPctIdle } from '../../fact/dmarc-proposal.ts';
import { findingsOn } from '../../fact/dmarc-topic.ts';
import { fixFindings, sayFindings } from '../../fact/record-findings.ts';
import { defineCheck, pass, tell, warn } from '../define.ts';

export default defineCheck({
  id: 'dmarc.removed_tags',
  area: 'dmarc',
  input: 'domain',
  needs: ['domain'],
  severity: 'low',
  title: 'The DMARC record needs no tags that were taken out',
  about:
    'RFC 9989 took pct, rf and ri out of DMARC. With their usual values they do no harm; pct below 100 makes old and new receivers act differently.',
  remedy: 'Take pct, rf and ri out; to test a policy, write t=y with pct=0.',
  source: 'RFC 9989 appendix A.6 and C.5.2',
  async run(context) {
    const read = await recordToRead(context);
    if ('outcome' in read) return read;
    const { record, name, seen } = read;
    const findings = findingsOn(record, 'removed');
    if (findings.length === 0) return pass(`The record at ${name} has no tag that RFC 9989 took out.`, { seen });
    const { publish, says } = await dmarcProposal(context);
    const unreadable = findings.filter(({ severity }) => severity !== 'info');
    if (unreadable.length > 0)
      return warn(sayFindings(unreadable), {
        seen,
        fix: `${fixFindings(unreadable) ?? ''} ${says}`.trim() || undefined,
        publish,
      });
    if (isPctIdle(record))
      return tell(
        `${sayFindings(findings)} Here they change nothing for your mail, and can stay or go. ${says}`.trim(),
        {
          seen,
          publish,
        },
      );
    // t=y; pct=0 is how both generations of receivers are asked for the same
    if (record.pct === 0 && record.testing)
      return pass(`t=y with pct=0 asks old and new receivers for the same: the policy is being tested.`, { seen });
    const step = await dmarcPolicyStep(context);
    return warn(sayFindings(findings), {
      seen,
      fix: `${step.fix ?? ''}${step.does === 'end-test' ? '' : ` Once reports come and show that only forged mail fails, take pct=${record.pct} out.`}${weaken(record)}`.trim(),
      publish: step.publish,
    });
  },
});

/** What a test as both generations read it would cost. */
function weaken({ p, pct, testing }: DmarcRecord): string {
  if (p === null || p === 'none') return '';
  const next = p === 'reject' ? 'p=quarantine' : 'p=none';
  return testing
    ? ` If the test is to go on, write pct=0 in the place of pct=${pct}: old receivers then act by ${next} as well.`
    : ` If you want to test p=${p} instead, write t=y with pct=0: that weakens the policy, and all receivers then act by ${next}.`;
}
