import { dayOf } from '../../certificate/day.ts';
import { fetchFault, seenResponse } from '../../fact/https-words.ts';
import { mtaStsPolicy, withoutPolicy } from '../../fact/mta-sts.ts';
import { oneLine } from '../../fact/smtp-sessions.ts';
import { defineCheck, fail, pass, undetermined, type Verdict, warn } from '../define.ts';

/** Certificates that live for six days are renewed three days before their end: who has less left has missed that. */
const SOON = 2 * 86_400_000;

export default defineCheck({
  id: 'sts.policy_fetch',
  area: 'mta-sts',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'The MTA-STS policy can be fetched',
  about:
    'Whether the policy file is served at the one URL where senders look, with a valid certificate, as plain text and without a redirect. Senders that cannot fetch it go by the policy that they remember, or by none.',
  remedy:
    'Serve the policy at https://mta-sts.<domain>/.well-known/mta-sts.txt with status 200, as text/plain, with a valid certificate and no redirect.',
  source: 'RFC 8461 section 3.3',
  async run(context) {
    const { domain } = context.subject;
    const served = await mtaStsPolicy(context);
    if (served === null) return (await withoutPolicy(context)) as Verdict;
    const { response } = served;
    const seen = [seenResponse(response)];
    const fault = fetchFault(response);
    if (fault !== null) {
      const says = `${response.url}: ${fault.says}.`;
      if (!fault.definite) return undetermined(says, { seen });
      const fix = fault.fix;
      // a wall against robots may know this one alone
      if (response.status === 403)
        return warn(`${says} If it refuses senders too, they see no policy.`, { seen, fix, severity: 'medium' });
      return fail(`${says} Senders see no policy.`, { seen, fix });
    }
    const type = response.headers['content-type'];
    if (!/^text\/plain\s*(?:;|$)/i.test(type ?? ''))
      return warn(
        `${response.url} is served ${type === undefined ? 'without a content type' : `as "${oneLine(type)}"`} and not as text/plain. Some senders then do not take it for a policy.`,
        { seen, severity: 'medium', fix: `Have the web server send "Content-Type: text/plain" for ${response.url}.` },
      );
    const { certificateEnds } = response;
    if (certificateEnds !== null && certificateEnds.getTime() - context.now.getTime() < SOON)
      return warn(
        `${response.url} is served, but the certificate of the web server ends on ${dayOf(certificateEnds)}. Without a valid one senders see no policy.`,
        { seen, severity: 'medium', fix: `Renew the certificate for mta-sts.${domain}.` },
      );
    return pass(
      `${response.url} is served as it must be${certificateEnds === null ? '' : `, with a certificate that is valid until ${dayOf(certificateEnds)}`}.`,
      { seen },
    );
  },
});
