import { isDetermined } from '@whybounce/core/dns';
import { seenAnswer } from '../../dns/dns-words.ts';
import { zoneLine } from '../../dns/zone-line.ts';
import { listed } from '../../fact/list-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'mx.not_cname',
  area: 'mx',
  input: 'domain',
  needs: ['domain'],
  severity: 'medium',
  title: 'No mail server is named by an alias',
  about:
    'An MX record must name a host, not an alias (CNAME). Most senders follow an alias all the same; some refuse, and certificates and DANE go by the wrong name.',
  remedy: 'Write the name to which the alias leads into the MX record.',
  source: 'RFC 2181 section 10.3',
  async run(context) {
    const domain = context.subject.domain as string;
    const { route, servers } = await mailServers(context);
    if (route === 'unknown') return undetermined(`The mail servers of ${domain} are not known.`);
    if (route !== 'mx') return notApplicable(`${domain} has no MX record that names a server.`);
    const aliases = servers.flatMap(({ host, preference, a, aaaa }) => {
      const answer = a.chain.length > 0 ? a : aaaa;
      const target = answer.chain.at(-1);
      return target === undefined ? [] : [{ host, preference, target, answer }];
    });
    if (aliases.length > 0)
      return fail(
        `${listed(aliases.map(({ host, target }) => `${host} is an alias of ${target}`))}: an MX record of ${domain} must name the host itself.`,
        {
          seen: aliases.map(({ answer }) => seenAnswer(answer)),
          fix: `Replace the alias in the MX record of ${domain} by the name to which it leads, as below.`,
          publish: aliases
            .map(({ preference, target }) => zoneLine(domain, 'MX', `${preference} ${target}.`))
            .join('\n'),
        },
      );
    const unknown = servers.filter(({ a, aaaa }) => !isDetermined(a) && !isDetermined(aaaa));
    if (unknown.length > 0)
      return undetermined(`Whether ${listed(unknown.map(({ host }) => host))} is an alias could not be told.`, {
        seen: unknown.map(({ a }) => seenAnswer(a)),
      });
    return pass(`${listed(servers.map(({ host }) => host))}: no MX record of ${domain} names an alias.`);
  },
});
