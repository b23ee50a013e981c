import type { Seen } from '@whybounce/core/check';
import { isDetermined } from '@whybounce/core/dns';
import { organizationalDomain } from '@whybounce/core/record';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { zoneLine } from '../../dns/zone-line.ts';
import { authorityOf } from '../../fact/caa-issuers.ts';
import { allowedIssuers, caaOf } from '../../fact/caa-of.ts';
import { listed } from '../../fact/list-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { smtpSessions } from '../../fact/smtp-sessions.ts';
import { upperFirst } from '../../letter-case.ts';
import type { SeenCertificate } from '../../smtp/observation.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, tell, undetermined } from '../define.ts';

/** Each host costs a query or two; the servers of one domain stand under the same records. */
const MAX_HOSTS = 2;

export default defineCheck({
  id: 'dns.caa',
  area: 'dns',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'CAA records allow the certificates in use',
  about:
    'CAA records say which authorities may issue certificates for a name. Where they forbid the one that a mail server uses, its certificate cannot be renewed, and encrypted mail fails on the day it ends.',
  remedy: 'Add the authority in use to the CAA records, or get the certificate from one that they name.',
  source: 'RFC 8659 section 4',
  async run(context) {
    const domain = context.subject.domain as string;
    const top = organizationalDomain(domain) ?? domain;
    const hosts = await ownHosts(context, top);
    const { route, answer } = await mailServers(context);
    if (hosts.length === 0 && route === 'unknown')
      return undetermined(`Which mail servers ${domain} has could not be told: ${whyUnknown(answer)}.`, {
        seen: [seenAnswer(answer)],
      });
    if (hosts.length === 0)
      return notApplicable(
        `No mail server of ${domain} stands under ${top}: the CAA records of other domains are not yours to keep.`,
      );
    const seen: Seen[] = [];
    const [allowed, told, unknown]: [string[], string[], string[]] = [[], [], []];
    const forbidden: { readonly says: string; readonly publish: string }[] = [];
    for (const { host, certificate } of hosts) {
      const caa = await caaOf(context, host, top);
      seen.push(seenAnswer(caa.answer));
      if (!isDetermined(caa.answer)) {
        unknown.push(`the CAA records of ${host} could not be read: ${whyUnknown(caa.answer)}`);
        continue;
      }
      const isWild = certificate?.names.includes(host) === false;
      const issuers = allowedIssuers(caa, isWild);
      if (issuers === null) {
        allowed.push(`for ${host} any authority may issue certificates`);
        continue;
      }
      const who = issuers.length === 0 ? 'no authority' : `only ${listed(issuers)}`;
      const named = `for ${host} ${who} may issue certificates`;
      const authority = certificate === null ? null : authorityOf(certificate.issuer);
      if (certificate !== null) seen.push({ of: `Issuer of the certificate of ${host}`, value: certificate.issuer });
      if (authority === null) told.push(named);
      else if (authority.domains.some((name) => issuers.includes(name))) allowed.push(named);
      else
        forbidden.push({
          says: `the certificate of ${host} is from ${authority.name}, but by the CAA records of ${caa.at} ${who} may issue for it`,
          publish: zoneLine(caa.at ?? host, 'CAA', `0 ${isWild ? 'issuewild' : 'issue'} "${authority.domains[0]}"`),
        });
    }
    if (forbidden.length > 0)
      return fail(`${sentence(forbidden.map(({ says }) => says))} It cannot be renewed.`, {
        seen,
        severity: 'medium',
        publish: [...new Set(forbidden.map(({ publish }) => publish))].join('\n'),
        fix: 'Add the CAA record below, or get the certificate from an authority that the records name already.',
      });
    if (unknown.length > 0) return undetermined(sentence(unknown), { seen });
    if (told.length > 0)
      return tell(`${sentence(told)} Which authority issued the certificate in use is not known here.`, { seen });
    return pass(sentence(allowed), { seen });
  },
});

function sentence(clauses: readonly string[]): string {
  return `${upperFirst(clauses.join('; '))}.`;
}

interface OwnHost {
  readonly host: string;
  /** The one that it showed; null where none was seen or no authority stands behind it. */
  readonly certificate: SeenCertificate | null;
}

/** The hosts under the domain's own name that show certificates to senders. */
async function ownHosts(context: CheckContext, top: string): Promise<OwnHost[]> {
  const domain = context.subject.domain as string;
  const [{ servers }, dialogues, policy] = await Promise.all([
    mailServers(context),
    smtpSessions(context),
    context.dns.query(`_mta-sts.${domain}`, 'TXT'),
  ]);
  const hosts = servers
    .filter(({ host, addresses }) => (host === top || host.endsWith(`.${top}`)) && addresses.length > 0)
    .map(({ host }) => host);
  const web = policy.status === 'found' ? [`mta-sts.${domain}`] : [];
  return [...hosts.slice(0, MAX_HOSTS), ...web].map((host) => {
    const shown = dialogues?.sessions
      .filter(({ server }) => server.host === host)
      .map(({ observation }) => observation.tls?.certificate ?? null);
    return { host, certificate: shown?.find((certificate) => certificate?.untrusted === null) ?? null };
  });
}
