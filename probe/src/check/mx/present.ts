import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { zoneLine } from '../../dns/zone-line.ts';
import { listed } from '../../fact/list-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'mx.present',
  area: 'mx',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'The domain says where its mail goes',
  about:
    'Whether an MX record names a mail server for the domain. Without one, mail goes to the address of the domain itself, which is mostly its web server, or nowhere.',
  remedy: 'Publish an MX record that names the mail server of the domain.',
  source: 'RFC 5321 section 5.1',
  async run(context) {
    const domain = context.subject.domain as string;
    const { route, answer, servers } = await mailServers(context);
    const seen = [
      seenAnswer(answer),
      ...servers.slice(0, 1).flatMap(({ a, aaaa }) => [seenAnswer(a), seenAnswer(aaaa)]),
    ];
    switch (route) {
      case 'mx':
        return pass(`Mail for ${domain} goes to ${listed(servers.map(({ host }) => host))}.`, {
          seen: [seenAnswer(answer)],
        });
      case 'null-mx':
        return notApplicable(`${domain} has a null MX ("0 ."): it takes no mail, by its own word.`, {
          seen: [seenAnswer(answer)],
        });
      case 'implicit':
        return warn(
          `${domain} has no MX record, so mail goes to the address of the domain itself, ${servers[0]?.addresses[0]}. That works only if a mail server listens there.`,
          {
            seen,
            severity: 'medium',
            fix: `Publish an MX record for ${domain} that names its mail server, or the record below if ${domain} takes no mail.`,
            publish: zoneLine(domain, 'MX', '0 .'),
          },
        );
      case 'none':
        if (answer.status === 'no-domain')
          return notApplicable(`${domain} does not exist, so there is nothing that could say where its mail goes.`, {
            seen: [seenAnswer(answer)],
          });
        return fail(
          `${domain} has neither an MX record nor an address: no mail can be delivered to it, and no bounce can come back to it.`,
          { seen, fix: `Publish an MX record for ${domain} that names its mail server.` },
        );
      case 'unknown':
        return undetermined(`Where mail for ${domain} goes could not be told: ${whyUnknown(answer)}.`, { seen });
    }
  },
});
