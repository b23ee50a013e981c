import { isDetermined } from '@whybounce/core/dns';
import { mailHostOf, tenantDomain, tenantLabel, tenantMatches } from '@whybounce/core/mail-host';
import { seenAnswer } from '../../dns/dns-words.ts';
import { listed } from '../../fact/list-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { defineCheck, fail, notApplicable, pass, tell, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'mx.m365_tenant_match',
  area: 'mx',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'The Microsoft 365 mail server is that of the domain',
  about:
    'Microsoft 365 gives each domain a mail server of its own name: example-com.mail.protection.outlook.com for example.com. A name made for another domain works while both are in one organisation; with a slip of the pen in it, mail is lost.',
  remedy: 'Copy the MX record that the Microsoft 365 admin center shows for the domain.',
  source: 'https://learn.microsoft.com/en-us/microsoft-365/enterprise/external-domain-name-system-records',
  async run(context) {
    const domain = context.subject.domain as string;
    const { route, servers } = await mailServers(context);
    if (route === 'unknown') return undetermined(`The mail servers of ${domain} are not known.`);
    const microsoft = servers.filter(({ host }) => mailHostOf(host)?.tenantZones !== undefined);
    if (microsoft.length === 0) return notApplicable(`No mail server of ${domain} is one of Microsoft 365.`);
    const seen = microsoft.map(({ a }) => seenAnswer(a));
    const other = microsoft.filter(({ host }) => tenantMatches(domain, host) === 'other');
    const label = tenantLabel(domain);
    const usual = label === null ? '' : ` It is most likely ${label}.mail.protection.outlook.com.`;
    const fix = `Copy the MX record that the Microsoft 365 admin center shows for ${domain} under Settings, Domains.${usual}`;
    const lost = other.filter(
      ({ addresses, a, aaaa }) => addresses.length === 0 && isDetermined(a) && isDetermined(aaaa),
    );
    if (lost.length > 0)
      return fail(
        `${listed(lost.map(({ host }) => host))} is no mail server that Microsoft 365 made for ${domain}, and it does not exist: there is a slip in the name.`,
        { seen, fix },
      );
    if (other.length > 0)
      return warn(
        `${listed(other.map(({ host }) => `${host} was made for ${tenantDomain(host) ?? 'another domain'}`))}, not for ${domain}. That works only while both are in one organisation at Microsoft 365; else mail is refused with "550 5.4.1" or "550 5.7.64".`,
        { seen, fix, severity: 'medium' },
      );
    const unclear = microsoft.filter(({ host }) => tenantMatches(domain, host) === 'cannot-tell');
    if (unclear.length > 0)
      return tell(`For which domain ${listed(unclear.map(({ host }) => host))} was made, its name does not tell.`, {
        seen,
      });
    return pass(`${listed(microsoft.map(({ host }) => host))} was made for ${domain}.`, { seen });
  },
});
