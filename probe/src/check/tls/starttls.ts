import type { Seen } from '@whybounce/core/check';
import { type SmtpSession, smtpSessions } from '../../fact/smtp-sessions.ts';
import { certificateDemand } from '../../fact/tls-demand.ts';
import { repairerOf } from '../../fact/tls-repair.ts';
import { tlsStateOf, versionWords, withoutServers } from '../../fact/tls-sessions.ts';
import { settingsFor } from '../../fact/tls-settings.ts';
import { type HostVerdict, verdictOnHosts } from '../../fact/tls-verdict.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'tls.starttls',
  area: 'tls',
  input: 'probe',
  needs: [],
  severity: 'high',
  title: 'Mail servers take mail encrypted',
  about:
    'Whether each mail server offers STARTTLS, and whether encryption then really comes about. Without it everybody on the way can read the mail, and senders that insist on it deliver nothing.',
  remedy: 'Switch STARTTLS on in the mail server, with a key and a certificate that it can read.',
  source: 'RFC 3207 section 4',
  async run(context) {
    const dialogues = await smtpSessions(context);
    if (dialogues === null) return withoutServers(context);
    const isEnforced = (await certificateDemand(context)) === 'enforced';
    return verdictOnHosts(
      dialogues.sessions.map((session) => ({
        ...judge(session, isEnforced),
        repairer: repairerOf(context, session.server.host),
      })),
      dialogues.left,
    );
  },
});

function judge(session: SmtpSession, isEnforced: boolean): HostVerdict {
  const state = tlsStateOf(session);
  const seen = [seenTls(session)];
  if (state.kind === 'unknown') return { session, outcome: 'unknown', says: state.says, seen };
  if (state.kind === 'absent')
    return {
      session,
      outcome: state.passing ? 'warn' : 'fail',
      severity: state.passing ? 'medium' : isEnforced ? 'critical' : 'high',
      says: `${state.says}; ${isEnforced ? 'the MTA-STS policy makes senders such as Gmail and Outlook deliver nothing to it' : 'mail to it travels readable for everybody on the way'}`,
      fix: fixOf(session),
      publish: session.observation.startTls === 'not-offered' ? settingsFor(session, 'offer') : [],
      seen,
    };
  const slipped = session.observation.notes?.find(({ kind }) => kind === 'bytes-before-tls');
  if (slipped !== undefined)
    return {
      session,
      outcome: 'warn',
      severity: 'medium',
      says: `${versionWords(state.tls.version)} came about, but words came in the clear behind the reply to STARTTLS, where somebody on the way could slip in commands (CVE-2011-0411)`,
      fix: `Update the mail software of ${session.server.host}, or the filter that stands before it.`,
      seen: [...seen, { of: `Behind the reply to STARTTLS of ${session.label}`, value: slipped.detail }],
    };
  return {
    session,
    outcome: 'pass',
    says: `STARTTLS is offered, and ${versionWords(state.tls.version)} comes about`,
    seen,
  };
}

function fixOf({ server: { host }, observation: { startTls } }: SmtpSession): string {
  return startTls === 'not-offered'
    ? `Switch STARTTLS on in ${host}. If it is on, look whether a firewall before it takes the word out of the reply to EHLO.`
    : `Look into the log of ${host} for the moment of this test. Usually it cannot read its key or certificate, or the two do not belong together.`;
}

/** What was said of TLS, as evidence. */
function seenTls({ label, observation }: SmtpSession): Seen {
  const { steps, startTls, tls, tlsError, plainExtensions } = observation;
  const said = steps.findLast(({ stage, reply }) => stage === 'starttls' && reply !== null)?.reply;
  const offered = Object.keys(plainExtensions);
  const value =
    tls !== null
      ? `${tls.version} ${tls.cipher}`
      : (tlsError ?? said ?? (offered.length > 0 ? `EHLO offers ${offered.join(', ')}` : `STARTTLS: ${startTls}`));
  return { of: `STARTTLS of ${label}`, value };
}
