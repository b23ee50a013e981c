import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { listed } from '../../fact/list-words.ts';
import { mailHosting } from '../../fact/mail-hosting.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'mx.mixed_providers',
  area: 'mx',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'All mail servers belong to one provider',
  about:
    'MX records of two unrelated providers are mostly what a move left behind. Part of the mail then reaches the one that no longer has the mailboxes: it refuses it, often with "550 5.4.1 Access denied", or keeps it where nobody reads it.',
  remedy: 'Leave only the MX records of the provider that has the mailboxes.',
  source: 'RFC 5321 section 5.1',
  async run(context) {
    const domain = context.subject.domain as string;
    const { route, answer } = await mailServers(context);
    const seen = [seenAnswer(answer)];
    if (route === 'unknown')
      return undetermined(`The MX records of ${domain} could not be read: ${whyUnknown(answer)}.`, { seen });
    const hosting = await mailHosting(context);
    if (hosting === null) return notApplicable(`${domain} has no MX record that names a server.`, { seen });
    const { mixed, groups: all } = hosting;
    const takers = all.filter(({ kind }) => kind !== 'placeholder');
    const groups = takers.length === 0 ? all : takers;
    if (mixed.length > 0) {
      const preference = (host: string) => answer.records.find(({ exchange }) => exchange === host)?.preference ?? 0;
      const best = mixed.map(({ hosts }) => Math.min(...hosts.map(preference)));
      const when = new Set(best).size < best.length ? 'by chance' : 'whenever the first is busy';
      return fail(
        `The MX records of ${domain} name ${listed(mixed.map(({ name, hosts }) => `${name} (${listed(hosts)})`))}: mail goes to one or the other, ${when}.`,
        {
          seen,
          fix: `Find out which of ${listed(mixed.map(({ name }) => name))} has the mailboxes of ${domain} now, and remove the MX records of the other.`,
        },
      );
    }
    return pass(
      groups.length === 1
        ? `All mail servers of ${domain} belong to ${groups[0]?.name}.`
        : `The mail servers of ${domain} (${listed(groups.map(({ name }) => name))}) go together.`,
      { seen },
    );
  },
});
