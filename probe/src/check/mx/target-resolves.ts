import { isDetermined } from '@whybounce/core/dns';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { addressIn } from '../../fact/address-literal.ts';
import { listed } from '../../fact/list-words.ts';
import { type MailServer, mailServers } from '../../fact/mail-servers.ts';
import { isVerificationHost } from '../../fact/verification-host.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'mx.target_resolves',
  area: 'mx',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'Every mail server has an address',
  about:
    'Whether the names in the MX records lead to an address. Mail for a name that leads nowhere is put off or refused at once.',
  remedy: 'Correct the name in the MX record, or publish an address for it.',
  source: 'RFC 5321 section 5.1',
  async run(context) {
    const domain = context.subject.domain as string;
    const { route, servers: all } = await mailServers(context);
    if (route === 'unknown') return undetermined(`The mail servers of ${domain} are not known.`);
    if (route !== 'mx') return notApplicable(`${domain} has no MX record that names a server.`);
    // what Microsoft had published to prove who owns the domain never leads anywhere: a check of its own tells of it
    // and another one of addresses where names must stand
    const named = all.filter(({ host, addresses }) => addresses.length > 0 || addressIn(host, domain) === null);
    if (named.length === 0) return notApplicable(`The MX records of ${domain} hold addresses, and no name to look up.`);
    const servers = named.filter(({ host }) => !isVerificationHost(host));
    const lost = servers.filter(
      ({ addresses, a, aaaa }) => addresses.length === 0 && isDetermined(a) && isDetermined(aaaa),
    );
    const unknown = servers.filter((server) => server.addresses.length === 0 && !lost.includes(server));
    const seen = servers.flatMap(({ a, aaaa }) => [seenAnswer(a), seenAnswer(aaaa)]);
    if (lost.length > 0 || servers.length === 0) {
      const isAll = lost.length === servers.length;
      const dead = servers.length === 0 ? named : lost;
      return fail(
        `The ${dead.map(faultOf).join('; the ')}. ${isAll ? `No mail can be delivered to ${domain}.` : 'Senders that try it first lose time or give up.'}`,
        {
          seen: servers.length === 0 ? named.map(({ a }) => seenAnswer(a)) : seen,
          severity: isAll ? 'critical' : 'high',
          fix: `Correct ${listed(dead.map(({ host, preference }) => `"MX ${preference} ${host}"`))} of ${domain}, remove what is no longer in use, or publish an address for the name.`,
        },
      );
    }
    if (unknown.length > 0)
      return undetermined(
        `Whether ${listed(unknown.map(({ host }) => host))} ${unknown.length === 1 ? 'has' : 'have'} an address could not be told: ${whyUnknown(unknownOf(unknown[0] as MailServer))}.`,
        { seen },
      );
    return pass(
      `${listed(servers.map(({ host, addresses }) => `${host} (${listed(addresses)})`))}: every mail server has an address.`,
      {
        seen,
      },
    );
  },
});

const unknownOf = ({ a, aaaa }: MailServer) => (isDetermined(a) ? aaaa : a);

function faultOf({ host, a }: MailServer): string {
  return a.status === 'no-domain'
    ? `mail server ${host} does not exist (NXDOMAIN)`
    : `mail server ${host} has no address`;
}
