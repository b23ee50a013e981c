import { lintMtaStsPolicy } from '@whybounce/core/record';
import { seenResponse } from '../../fact/https-words.ts';
import { policyToRead, proposeMtaSts } from '../../fact/mta-sts.ts';
import { verdictOnRecord } from '../../fact/record-verdict.ts';
import { defineCheck } from '../define.ts';

/** What the policy wants is no fault of how it is written: another check tells of it. */
const OF_MODE: ReadonlySet<string> = new Set(['mode-testing', 'mode-none', 'short-max-age']);

export default defineCheck({
  id: 'sts.policy_syntax',
  area: 'mta-sts',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'The MTA-STS policy can be read',
  about:
    'Whether the policy file has its version, mode and max_age, and names mail servers as senders can compare them. Lines may end with LF or CRLF. Senders drop a policy that they cannot read.',
  remedy: 'Correct the policy file, and give the DNS record a new id.',
  source: 'RFC 8461 section 3.2',
  async run(context) {
    const domain = context.subject.domain as string;
    const read = await policyToRead(context);
    if ('says' in read) return read;
    const { policy, response } = read;
    const findings = lintMtaStsPolicy(policy).filter(({ code }) => !OF_MODE.has(code));
    const proposal = await proposeMtaSts(context, policy.mode ?? 'testing');
    const verdict = verdictOnRecord(findings, {
      good: `The policy of ${domain} is written as it must be: mode ${policy.mode ?? 'not known'}, ${policy.mx.length} mx ${policy.mx.length === 1 ? 'line' : 'lines'}, max_age ${policy.maxAge ?? 'not known'}.`,
      about: `The MTA-STS policy of ${domain} has a fault.`,
      warning: 'medium',
      seen: [seenResponse(response, true)],
      publish: proposal?.file,
    });
    return verdict.fix === undefined || proposal === null
      ? verdict
      : { ...verdict, fix: `${verdict.fix} ${proposal.renew}`.trim() };
  },
});
