import { isDetermined } from '@whybounce/core/dns';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { mtaStsRecord, proposeMtaSts, withoutProtection } from '../../fact/mta-sts.ts';
import { verdictOnRecord } from '../../fact/record-verdict.ts';
import { defineCheck, notApplicable, tell, undetermined } from '../define.ts';

export default defineCheck({
  id: 'sts.record',
  area: 'mta-sts',
  input: 'domain',
  needs: ['domain'],
  severity: 'medium',
  title: 'The MTA-STS record can be read',
  about:
    'Whether one TXT record at _mta-sts says that the domain has an MTA-STS policy, with an id that changes when the policy does. With a faulty one senders act as if there were no policy. A domain without MTA-STS gets its mail all the same; it is only less protected on its way.',
  remedy: 'Publish one TXT record at _mta-sts of the domain, with v=STSv1 and a new id.',
  source: 'RFC 8461 section 3.1',
  async run(context) {
    const domain = context.subject.domain as string;
    const { answer, meant, record, findings } = await mtaStsRecord(context);
    const seen = [seenAnswer(answer)];
    if (!isDetermined(answer))
      return undetermined(`Whether ${domain} has an MTA-STS record could not be told: ${whyUnknown(answer)}.`, {
        seen,
      });
    if (!meant) {
      const without = withoutProtection(domain, await mailServers(context));
      if (without !== null) return notApplicable(`${without}, so that MTA-STS has nothing to protect.`, { seen });
      const proposal = await proposeMtaSts(context, 'testing');
      return tell(
        `${domain} has no MTA-STS record. Its mail arrives all the same, and senders encrypt it where they can; somebody on the way can prevent that unnoticed.`,
        {
          seen,
          ...(proposal === null
            ? {}
            : {
                fix: `To have MTA-STS, ${proposal.serve} Then publish the record below. It begins as a test, in which no mail is lost.`,
                publish: proposal.line,
              }),
        },
      );
    }
    const publish = (await proposeMtaSts(context, 'testing'))?.line;
    return verdictOnRecord(findings, {
      good: `${domain} has an MTA-STS record with the id ${record?.id ?? ''}.`,
      about: `The MTA-STS record of ${domain} has a fault.`,
      seen,
      publish,
    });
  },
});
