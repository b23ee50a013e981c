import { isDetermined } from '@whybounce/core/dns';
import { mailHostOf } from '@whybounce/core/mail-host';
import { seenAnswer } from '../../dns/dns-words.ts';
import { counted, listed } from '../../fact/list-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { defineCheck, notApplicable, pass, tell, undetermined } from '../define.ts';

export default defineCheck({
  id: 'mx.redundant',
  area: 'mx',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'Mail gets through when one server is down',
  about:
    'Whether there is more than one way to the domain’s mail. One server is no fault: senders try again for days. A single name of a big provider stands for many machines.',
  remedy: 'Add a second mail server that knows the same addresses.',
  source: 'RFC 5321 section 5.1',
  async run(context) {
    const domain = context.subject.domain as string;
    const { route, servers: all } = await mailServers(context);
    if (route === 'unknown') return undetermined(`The mail servers of ${domain} are not known.`);
    if (all.length === 0) return notApplicable(`${domain} has no mail server.`);
    // a name that leads nowhere is no way: another check tells of it
    const servers = all.filter(({ addresses }) => addresses.length > 0);
    const unknown = all.filter(({ a, aaaa }) => !isDetermined(a) || !isDetermined(aaaa));
    if (servers.length === 0)
      return unknown.length === 0
        ? notApplicable(`${domain} has no mail server with an address.`)
        : undetermined(`The addresses of ${listed(unknown.map(({ host }) => host))} are not known.`);
    const seen = servers.flatMap(({ a, aaaa }) => [a, aaaa].filter(({ status }) => status === 'found').map(seenAnswer));
    for (const { host } of servers) {
      const provider = mailHostOf(host);
      if (provider !== null && provider.kind !== 'placeholder')
        return pass(`${host} is a name of ${provider.name}, behind which there are many machines.`, { seen });
    }
    // two families of one machine are one way
    const ways = Math.max(
      new Set(servers.flatMap(({ a }) => a.records)).size,
      new Set(servers.flatMap(({ aaaa }) => aaaa.records)).size,
    );
    const hosts = listed(servers.map(({ host }) => host));
    if (ways > 1) return pass(`Mail for ${domain} has ${counted(ways, 'way')}: ${hosts}.`, { seen });
    if (unknown.length > 0)
      return undetermined(`The addresses of ${listed(unknown.map(({ host }) => host))} are not all known.`, { seen });
    return tell(
      `${hosts} ${servers.length === 1 ? 'is' : 'lead to'} a single machine. When it is down, mail waits with its senders, for four or five days as a rule.`,
      { seen },
    );
  },
});
