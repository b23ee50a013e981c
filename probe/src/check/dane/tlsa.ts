import { formatTlsa, lintTlsa, organizationalDomain, type TlsaRecord } from '@whybounce/core/record';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { listed } from '../../fact/list-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { type SmtpSession, smtpSessions } from '../../fact/smtp-sessions.ts';
import { tlsStateOf, withoutServers } from '../../fact/tls-sessions.ts';
import { type HostVerdict, verdictOnHosts } from '../../fact/tls-verdict.ts';
import { matchOf, recordFor, type TlsaSet, tlsaLine, tlsaSets } from '../../fact/tlsa.ts';
import type { SeenTls } from '../../smtp/observation.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, notApplicable, tell, type Verdict } from '../define.ts';

export default defineCheck({
  id: 'dane.tlsa',
  area: 'dane',
  input: 'probe',
  needs: [],
  severity: 'high',
  title: 'TLSA records fit the certificates of the mail servers',
  about:
    'Whether signed TLSA records name the key or certificate that each mail server presents. Where they exist and none fits, senders that follow DANE, such as Microsoft 365 and many in Germany and the Netherlands, deliver nothing.',
  remedy:
    'Publish a TLSA record for the key that the server presents, and for a new key before the server changes to it.',
  source: 'RFC 7672 section 2.2',
  async run(context) {
    const dialogues = await smtpSessions(context);
    if (dialogues === null) return withoutServers(context);
    const sets = await tlsaSets(context);
    const having = sets.filter(({ state }) => state !== 'none');
    if (having.length === 0) return withoutRecords(context, sets, dialogues.sessions);
    const verdicts = dialogues.sessions.flatMap((session): HostVerdict[] => {
      const set = having.find(({ server }) => server.host === session.server.host);
      return set === undefined ? [] : [judge(context, session, set)];
    });
    if (verdicts.length === 0)
      return notApplicable(
        `${listed(having.map(({ server }) => server.host))}: TLSA records, but no address that was connected to.`,
      );
    const without = sets.filter(
      ({ server, state }) => state === 'none' && having.every((set) => set.server !== server),
    );
    return withRemarks(context, verdictOnHosts(verdicts, dialogues.left), having, without);
  },
});

function judge(context: CheckContext, session: SmtpSession, set: TlsaSet): HostVerdict {
  const { answer } = set;
  const { host } = session.server;
  const seen = answer === null ? [] : [seenAnswer(answer)];
  const at = answer?.name ?? host;
  if (set.state === 'unknown')
    return {
      session,
      outcome: 'unknown',
      says:
        answer?.status === 'found'
          ? `whether the TLSA records at ${at} are signed could not be told, as the resolver that was asked does not vouch for signatures`
          : `the TLSA records at ${at} could not be had (${answer === null ? 'not asked' : whyUnknown(answer)}); while that lasts, senders that follow DANE hold mail back`,
      seen,
    };
  if (set.state === 'unsigned')
    return {
      session,
      outcome: 'warn',
      severity: 'low',
      says: `the TLSA records at ${at} are not signed with DNSSEC, so that senders do not look at them`,
      fix: `Have the zone of ${host} signed with DNSSEC, or remove the TLSA records.`,
      seen,
    };
  const records = answer?.records ?? [];
  const state = tlsStateOf(session);
  if (state.kind === 'unknown') return { session, outcome: 'unknown', says: state.says, seen };
  if (state.kind === 'absent')
    return {
      session,
      outcome: state.passing ? 'warn' : 'fail',
      severity: state.passing ? 'medium' : 'high',
      says: `${state.says}; its TLSA records at ${at} make senders that follow DANE deliver nothing without`,
      fix: `Bring STARTTLS of ${host} in order. If ${host} is to do without, remove the TLSA records first.`,
      seen,
    };
  return judgeMatch(context, session, set, state.tls, [...seen, seenDigest(session, state.tls)], records);
}

function judgeMatch(
  context: CheckContext,
  session: SmtpSession,
  set: TlsaSet,
  tls: SeenTls,
  seen: HostVerdict['seen'],
  records: readonly TlsaRecord[],
): HostVerdict {
  const { host } = session.server;
  const at = set.answer?.name ?? host;
  const match = matchOf(context, set, tls);
  const right = recordFor(tls);
  const publish = right === null ? [] : [tlsaLine(host, context.smtpPort, right)];
  switch (match?.outcome) {
    case 'match': {
      const good = match.matches.find(({ verdict }) => verdict === 'match');
      const name = good === undefined ? '' : short(formatTlsa(good.record));
      const useless = records.find((record) => lintTlsa(record).some(({ severity }) => severity === 'high'));
      const fault = useless === undefined ? undefined : lintTlsa(useless).find(({ severity }) => severity === 'high');
      if (useless === undefined || fault === undefined)
        return { session, outcome: 'pass', says: `the TLSA record ${name} fits`, seen };
      return {
        session,
        outcome: 'warn',
        severity: 'low',
        says: `the TLSA record ${name} fits, but ${short(formatTlsa(useless))} beside it counts for nothing`,
        fix: `Remove or correct ${short(formatTlsa(useless))} at ${at}. ${fault.says}`,
        seen,
      };
    }
    case 'mismatch':
      return {
        session,
        outcome: 'fail',
        says: `no TLSA record at ${at} fits what the server presents, so that senders that follow DANE deliver nothing to it (${match.matches
          .filter(({ verdict }) => verdict === 'mismatch')
          .slice(0, 2)
          .map(({ record, says }) => `${short(formatTlsa(record))}: ${says.replace(/\.$/, '')}`)
          .join('; ')})`,
        fix: `Publish the record below in place of those that fit no more, and have the key kept when the certificate is renewed (certbot: reuse_key = True).`,
        publish,
        seen,
      };
    case 'unusable': {
      const fault = records.flatMap((record) => lintTlsa(record)).find(({ severity }) => severity === 'high');
      return {
        session,
        outcome: 'warn',
        severity: 'medium',
        says: `no TLSA record at ${at} can be used for mail, so that senders insist on encryption and verify nothing${fault === undefined ? '' : ` (${fault.says.replace(/\.$/, '')})`}`,
        fix: 'Publish the record below in their place.',
        publish,
        seen,
      };
    }
    default:
      return { session, outcome: 'unknown', says: 'the certificate that it presented could not be read', seen };
  }
}

/** What makes records that fit worth less: servers without any, and MX records that anybody on the way can change. */
async function withRemarks(
  context: CheckContext,
  verdict: Verdict,
  having: readonly TlsaSet[],
  without: readonly TlsaSet[],
): Promise<Verdict> {
  const { domain, mailServer } = context.subject;
  if (verdict.outcome !== 'pass') return verdict;
  if (without.length > 0) {
    const hosts = listed(without.map(({ server }) => server.host));
    return {
      ...verdict,
      outcome: 'warn',
      severity: 'low',
      says: `${verdict.says} ${hosts}: no TLSA records that count, so that mail that goes there is not protected.`,
      fix: `Publish TLSA records for ${hosts} too, in a zone that is signed with DNSSEC.`,
    };
  }
  const { route, answer } = await mailServers(context);
  if (mailServer !== null || route !== 'mx' || answer.authenticated) return verdict;
  const hosts = listed(having.map(({ server }) => server.host));
  return {
    ...verdict,
    outcome: 'info',
    says: `${verdict.says} The MX records of ${domain} are not signed, though, so that mail can be led to other servers than ${hosts}: DANE protects it only once ${domain} is signed with DNSSEC too.`,
  };
}

/** Nobody needs DANE; who could have it is told how. */
function withoutRecords(context: CheckContext, sets: readonly TlsaSet[], sessions: readonly SmtpSession[]): Verdict {
  const signed = sets.filter(({ isSigned }) => isSigned);
  const { domain } = context.subject;
  if (signed.length === 0)
    return notApplicable(
      'No mail server was found to have TLSA records, and for the name of none the resolver vouches by DNSSEC, which these need.',
    );
  const hosts = listed(signed.map(({ server }) => server.host));
  const isOwn = (host: string): boolean =>
    domain !== null && organizationalDomain(host) === (organizationalDomain(domain) ?? domain);
  const lines = sessions.flatMap((session) => {
    const state = tlsStateOf(session);
    const right = state.kind === 'done' ? recordFor(state.tls) : null;
    const { host } = session.server;
    const isHere = signed.some(({ server }) => server.host === host) && isOwn(host);
    return right === null || !isHere ? [] : [tlsaLine(host, context.smtpPort, right)];
  });
  return tell(
    `${hosts}: signed with DNSSEC, and without TLSA records, so that DANE is not used.`,
    lines.length === 0
      ? {}
      : {
          fix: 'To use DANE, publish the records below, and have the keys kept when certificates are renewed: a record that fits no more stops mail.',
          publish: [...new Set(lines)].join('\n'),
        },
  );
}

function seenDigest({ label }: SmtpSession, tls: SeenTls): { of: string; value: string } {
  const record = recordFor(tls);
  return { of: `Key of ${label} as TLSA`, value: record === null ? 'could not be read' : formatTlsa(record) };
}

/** A record within a sentence. */
function short(text: string): string {
  return text.length > MAX_SHOWN ? `"${text.slice(0, MAX_SHOWN)}…"` : `"${text}"`;
}

const MAX_SHOWN = 22;
