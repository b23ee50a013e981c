import { matchesMx, uncoveredMx } from '@whybounce/core/record';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { seenResponse } from '../../fact/https-words.ts';
import { listed } from '../../fact/list-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { isReadable, policyHosts, policyToRead, proposeMtaSts } from '../../fact/mta-sts.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'sts.mx_match',
  area: 'mta-sts',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'The MTA-STS policy names every mail server',
  about:
    'Whether each host of the MX records matches an mx line of the policy. Under "mode: enforce", senders such as Gmail and Outlook deliver nothing to a host that does not: after a change of mail provider this stops mail.',
  remedy: 'Add the missing mail servers to the policy, and then give the DNS record a new id.',
  source: 'RFC 8461 section 4.1',
  async run(context) {
    const domain = context.subject.domain as string;
    const read = await policyToRead(context);
    if ('says' in read) return read;
    const { policy, response } = read;
    if (!isReadable(policy))
      return notApplicable(`The MTA-STS policy of ${domain} cannot be read, so that senders compare nothing with it.`);
    if (policy.mode === 'none')
      return notApplicable(`The MTA-STS policy of ${domain} has "mode: none": senders compare nothing with it.`);
    const servers = await mailServers(context);
    const seen = [seenAnswer(servers.answer), seenResponse(response, true)];
    if (servers.route === 'unknown')
      return undetermined(`The mail servers of ${domain} are not known: ${whyUnknown(servers.answer)}.`, { seen });
    const hosts = policyHosts(servers);
    if (hosts.length === 0) return notApplicable(`${domain} has no mail server.`, { seen });
    const missed = uncoveredMx(policy.mx, hosts);
    if (missed.length === 0) {
      const idle = policy.mx.filter((pattern) => !hosts.some((host) => matchesMx(pattern, host)));
      const also =
        idle.length === 0
          ? ''
          : ` ${listed(idle)} in the policy ${idle.length === 1 ? 'matches' : 'match'} none of them at present.`;
      return pass(`The policy names ${listed(hosts)}.${also}`, { seen });
    }
    const proposal = await proposeMtaSts(context, policy.mode ?? 'testing');
    const more = {
      seen,
      fix: `Add ${listed(missed.map((host) => `"mx: ${host}"`))} to the policy at ${response.url}.${depthHint(policy.mx, missed)} ${proposal?.renew ?? `Then change the id of the record at _mta-sts.${domain}.`}`,
      ...(proposal === null ? {} : { publish: proposal.file }),
    };
    const says = `The policy of ${domain} does not name ${listed(missed)}.`;
    if (policy.mode === 'testing')
      return warn(`${says} Its mode is testing, so that mail arrives all the same; enforced, it would not.`, {
        ...more,
        severity: 'medium',
      });
    const rest = hosts.length - missed.length;
    return fail(
      rest === 0
        ? `${says} It is enforced: senders such as Gmail and Outlook deliver no mail to ${domain} at all.`
        : `${says} It is enforced: senders such as Gmail and Outlook deliver nothing there, and have ${rest === 1 ? 'one server' : `${rest} servers`} left.`,
      { ...more, severity: rest === 0 ? 'critical' : 'high' },
    );
  },
});

/** A wildcard is often thought to stand for several labels. */
function depthHint(patterns: readonly string[], missed: readonly string[]): string {
  const wildcard = patterns.find(
    (pattern) => pattern.startsWith('*.') && missed.some((host) => host.endsWith(pattern.slice(1).toLowerCase())),
  );
  return wildcard === undefined ? '' : ` "${wildcard}" stands for one label only.`;
}
