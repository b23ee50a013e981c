import { isDetermined } from '@whybounce/core/dns';
import { uncoveredMx } from '@whybounce/core/record';
import { seenResponse } from '../../fact/https-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { isReadable, policyHosts, policyToRead, proposeMtaSts } from '../../fact/mta-sts.ts';
import { tlsRptRecord } from '../../fact/tls-rpt.ts';
import { defineCheck, notApplicable, pass, tell, warn } from '../define.ts';

/** RFC 8461 section 3.2 wants weeks; below a day, who blocks one fetch gets rid of the policy. */
const [DAY, WEEK] = [86_400, 604_800];

export default defineCheck({
  id: 'sts.mode',
  area: 'mta-sts',
  input: 'domain',
  needs: ['domain'],
  severity: 'low',
  title: 'The MTA-STS policy is enforced',
  about:
    'Whether the policy is enforced, and remembered for long enough. In "mode: testing" senders report what they find and deliver all the same, so that nothing is protected yet.',
  remedy: 'Change to "mode: enforce" with a max_age of weeks, once TLS reports show no failures.',
  source: 'RFC 8461 section 5',
  async run(context) {
    const domain = context.subject.domain as string;
    const read = await policyToRead(context);
    if ('says' in read) return read;
    const { policy, response } = read;
    const seen = [seenResponse(response, true)];
    const { mode, maxAge } = policy;
    if (!isReadable(policy))
      return notApplicable(`The MTA-STS policy of ${domain} cannot be read, so that senders do not use it.`, { seen });
    if (mode === 'none')
      return tell(
        `The MTA-STS policy of ${domain} has "mode: none": MTA-STS is withdrawn. Once the max_age of the policy before is over, file and record can be removed.`,
        { seen },
      );
    const age = maxAge === null ? '' : ` Senders remember it for ${lasting(maxAge)}.`;
    if (mode === 'testing') {
      const reports = await tlsRptRecord(context);
      const isBlind = isDetermined(reports.answer) && reports.record === null;
      const missed = uncoveredMx(policy.mx, policyHosts(await mailServers(context)));
      const isReady = missed.length === 0 && !isBlind;
      const proposal = isReady ? await proposeMtaSts(context, 'enforce') : null;
      return warn(
        `The MTA-STS policy of ${domain} has "mode: testing": nothing is protected yet.${isBlind ? ` ${domain} has no TLS-RPT record, so that nobody learns what the test shows.` : age}`,
        {
          seen,
          fix:
            missed.length > 0
              ? `First add ${missed.join(', ')} to the policy: enforced as it is, it would stop mail to ${missed.length === 1 ? 'it' : 'them'}.`
              : isBlind
                ? `Publish a TLS-RPT record at _smtp._tls.${domain} first, and change to "mode: enforce" once its reports show no failures for two weeks.`
                : `Wait until TLS reports of two weeks show no failures.${proposal === null ? '' : ` ${proposal.renew}`}`,
          ...(proposal === null ? {} : { publish: proposal.file }),
        },
      );
    }
    if (maxAge !== null && maxAge < DAY)
      return warn(
        `The MTA-STS policy of ${domain} is enforced, but senders remember it for ${lasting(maxAge)} only: who keeps them from fetching it that long has got rid of it.`,
        { seen, fix: 'Raise max_age to weeks, such as "max_age: 1209600", and give the DNS record a new id.' },
      );
    return pass(
      `The MTA-STS policy of ${domain} is enforced.${age}${maxAge !== null && maxAge < WEEK ? ' A few weeks are usual.' : ''}`,
      { seen },
    );
  },
});

/** Seconds in the largest unit that fits. */
function lasting(seconds: number): string {
  const [size, unit] = seconds >= 2 * DAY ? [DAY, 'days'] : seconds >= 7_200 ? [3_600, 'hours'] : [1, 'seconds'];
  return `${Math.floor(seconds / (size as number))} ${unit}`;
}
