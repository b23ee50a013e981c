import { isDetermined } from '@whybounce/core/dns';
import { seenAnswer } from '../../dns/dns-words.ts';
import { listed } from '../../fact/list-words.ts';
import { type MailServer, mailServers } from '../../fact/mail-servers.ts';
import { resolverValidates } from '../../fact/signed-zone.ts';
import { defineCheck, notApplicable, pass, tell, undetermined } from '../define.ts';

export default defineCheck({
  id: 'dns.dnssec_mx',
  area: 'dnssec',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'The names of the mail servers are signed with DNSSEC',
  about:
    'DANE protects mail on its way only where both the MX records of the domain and the names of its mail servers are signed. A provider whose names are not signed rules DANE out.',
  remedy: 'Have the zones of the mail servers signed, or use the host names that the provider keeps in a signed zone.',
  source: 'RFC 7672 section 2.2',
  async run(context) {
    const { servers, route } = await mailServers(context);
    if (route === 'unknown')
      return undetermined('The mail servers are not known, so nothing can be said of their names.');
    if (servers.length === 0) return notApplicable('There is no mail server whose name could be signed.');
    const seen = servers.map(({ a, aaaa }) => seenAnswer(a.records.length === 0 && aaaa.records.length > 0 ? aaaa : a));
    const of = (state: ReturnType<typeof stateOf>) => servers.filter((server) => stateOf(server) === state);
    const [signed, unsigned] = [of('signed'), of('unsigned').map(({ host }) => host)];
    if (unsigned.length > 0) {
      if (signed.length === 0 && (await resolverValidates(context)) !== true)
        return undetermined(
          `Whether ${listed(unsigned)} ${unsigned.length === 1 ? 'is' : 'are'} signed could not be told: the resolver that was asked does not vouch for signatures.`,
          { seen },
        );
      return tell(
        `${listed(unsigned)} ${unsigned.length === 1 ? 'does' : 'do'} not stand in a signed zone: DANE cannot protect mail to ${unsigned.length === 1 ? 'it' : 'them'}.`,
        { seen },
      );
    }
    const unknown = of('unknown').map(({ host }) => host);
    if (unknown.length > 0)
      return undetermined(
        `Whether ${listed(unknown)} ${unknown.length === 1 ? 'is' : 'are'} signed could not be told.`,
        {
          seen,
        },
      );
    return pass(
      `${listed(signed.map(({ host }) => host))} ${signed.length === 1 ? 'stands' : 'stand'} in signed zones.`,
      {
        seen,
      },
    );
  },
});

/** All addresses of a host must be vouched for: one family alone does not tell of the zone. */
function stateOf({ a, aaaa }: MailServer): 'signed' | 'unsigned' | 'unknown' {
  const told = [a, aaaa].filter(isDetermined);
  if (told.some(({ authenticated }) => !authenticated)) return 'unsigned';
  return told.length === 2 ? 'signed' : 'unknown';
}
