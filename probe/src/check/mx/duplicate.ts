import { isDetermined } from '@whybounce/core/dns';
import { organizationalDomain } from '@whybounce/core/record';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { listed } from '../../fact/list-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { defineCheck, fail, notApplicable, pass, tell, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'mx.duplicate',
  area: 'mx',
  input: 'domain',
  needs: ['domain'],
  severity: 'low',
  title: 'No mail server is listed twice',
  about:
    'A server that is listed twice, by its name or under two names for one address, looks like a spare and is none. When it is down, senders try the same machine again.',
  remedy: 'Remove the MX record that is there twice.',
  source: 'RFC 5321 section 5.1',
  async run(context) {
    const domain = context.subject.domain as string;
    const { route, answer, servers } = await mailServers(context);
    if (!isDetermined(answer))
      return undetermined(`The MX records of ${domain} could not be read: ${whyUnknown(answer)}.`);
    if (route !== 'mx') return notApplicable(`${domain} has no MX record that names a server.`);
    const seen = [seenAnswer(answer)];
    const hosts = answer.records.map(({ exchange }) => exchange);
    const twice = [...new Set(hosts.filter((host, place) => hosts.indexOf(host) !== place))];
    if (twice.length > 0)
      return fail(`${domain} lists ${listed(twice)} more than once.`, {
        seen,
        fix: `Keep one MX record of ${domain} for ${listed(twice)} and remove the others.`,
      });
    const hostsOf = new Map<string, string[]>();
    for (const { host, addresses } of servers)
      for (const ip of addresses) hostsOf.set(ip, [...(hostsOf.get(ip) ?? []), host]);
    const shared = [...hostsOf].find(([, names]) => names.length > 1);
    if (shared !== undefined) {
      const [ip, names] = shared;
      const evidence = [
        ...seen,
        ...servers
          .filter(({ host }) => names.includes(host))
          .map(({ a, aaaa }) => seenAnswer(a.records.includes(ip) ? a : aaaa)),
      ];
      const says = `${listed(names)} have the same address, ${ip}`;
      const top = organizationalDomain(domain) ?? domain;
      // big providers put one address before many machines, and hand out several names for it
      return names.some((host) => host === top || host.endsWith(`.${top}`))
        ? warn(`${says}: one machine under two names is no spare.`, {
            seen: evidence,
            fix: `Keep one of ${listed(names)} in the MX records of ${domain}, or give the other a machine of its own.`,
          })
        : tell(`${says}. That is the choice of whoever runs them: many machines can stand behind one address.`, {
            seen: evidence,
          });
    }
    return pass(`No mail server of ${domain} is listed twice.`, { seen });
  },
});
