import { isDetermined } from '@whybounce/core/dns';
import { seenAnswer } from '../../dns/dns-words.ts';
import { listed } from '../../fact/list-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { smtpSessions, whyNoDialogue } from '../../fact/smtp-sessions.ts';
import { defineCheck, notApplicable, pass, tell, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'mx.ipv6',
  area: 'mx',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'A mail server takes mail over IPv6',
  about:
    'Whether a mail server has an IPv6 address, and answers there. Nearly every sender has IPv4 too, so that no mail is lost without.',
  remedy: 'Publish an AAAA record for a mail server that listens on IPv6.',
  source: 'RFC 5321 section 5.2',
  async run(context) {
    const domain = context.subject.domain as string;
    const { servers } = await mailServers(context);
    if (servers.length === 0) {
      const { route } = await mailServers(context);
      return route === 'unknown'
        ? undetermined(`The mail servers of ${domain} are not known.`)
        : notApplicable(`${domain} has no mail server.`);
    }
    const having = servers.filter(({ aaaa }) => aaaa.records.length > 0);
    const seen = servers.map(({ aaaa }) => seenAnswer(aaaa));
    if (having.length === 0) {
      const unknown = servers.filter(({ aaaa }) => !isDetermined(aaaa)).map(({ host }) => host);
      return unknown.length > 0
        ? undetermined(
            `Whether ${listed(unknown)} ${unknown.length === 1 ? 'has' : 'have'} an IPv6 address could not be told.`,
            {
              seen,
            },
          )
        : tell(`No mail server of ${domain} has an IPv6 address. Senders reach it over IPv4.`, { seen });
    }
    const names = listed(having.map(({ host }) => host));
    const tried = (await smtpSessions(context))?.sessions.filter(({ family }) => family === 6) ?? [];
    const reached = tried.find(({ observation }) => observation.connected !== null);
    if (reached !== undefined) return pass(`${reached.label} answers over IPv6.`, { seen });
    const [silent] = tried;
    if (silent === undefined)
      return pass(
        `${names} ${having.length === 1 ? 'has' : 'have'} an IPv6 address. Whether it answers was not tried.`,
        { seen },
      );
    // a refusal came from the other side; anything else may be this machine's own lack of IPv6
    return /refused/i.test(silent.observation.detail ?? '')
      ? warn(
          `${silent.label} refuses connections over IPv6 on port ${silent.observation.request.port}. Senders that try it first fall back to IPv4, and lose time.`,
          {
            seen,
            severity: 'low',
            fix: `Have ${silent.server.host} listen on ${silent.ip}, or remove its AAAA record.`,
          },
        )
      : undetermined(
          `${names} ${having.length === 1 ? 'has' : 'have'} an IPv6 address. Whether it answers could not be told: ${whyNoDialogue(silent.observation)}. This machine may have no IPv6 itself.`,
          { seen },
        );
  },
});
