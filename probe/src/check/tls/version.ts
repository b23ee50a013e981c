import type { SmtpSession } from '../../fact/smtp-sessions.ts';
import { smtpSessions } from '../../fact/smtp-sessions.ts';
import { judgeTls, tlsStateOf, versionWords } from '../../fact/tls-sessions.ts';
import { settingsFor } from '../../fact/tls-settings.ts';
import type { HostVerdict } from '../../fact/tls-verdict.ts';
import type { SeenTls } from '../../smtp/observation.ts';
import { probeOldTls } from '../../smtp/old-tls.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'tls.version',
  area: 'tls',
  input: 'probe',
  needs: [],
  severity: 'high',
  title: 'Encryption uses TLS 1.2 or 1.3',
  about:
    'Which version of TLS each mail server agrees on, and whether the first one still takes TLS 1.0 or 1.1. These are broken and forbidden since 2021; large providers have switched them off, so that a server with nothing newer gets their mail unencrypted or not at all.',
  remedy: 'Allow TLS 1.2 and 1.3 alone.',
  source: 'RFC 8996 sections 4 and 5',
  async run(context) {
    const sessions = (await smtpSessions(context))?.sessions ?? [];
    // one connection more, and to one server alone: several in a row look like an attack, and get a 421
    const first = sessions.find(isModern) ?? null;
    return judgeTls(context, (session, tls) => judge(context, session, tls, session === first));
  },
});

function isModern(session: SmtpSession): boolean {
  const state = tlsStateOf(session);
  return state.kind === 'done' && !isOld(state.tls.version);
}

function isOld(version: string): boolean {
  return /^(?:SSLv\d|TLSv1(?:\.1)?)$/.test(version);
}

async function judge(context: CheckContext, session: SmtpSession, tls: SeenTls, askOld: boolean): Promise<HostVerdict> {
  const seen = [{ of: `TLS of ${session.label}`, value: `${tls.version} ${tls.cipher}` }];
  const fix = `Allow TLS 1.2 and 1.3 in ${session.server.host}, and switch older versions off.`;
  if (isOld(tls.version))
    return {
      session,
      outcome: 'fail',
      says: `the best that it offers is ${versionWords(tls.version)}, which is forbidden since 2021`,
      fix: `${fix} Its mail software or TLS library may need an update for that.`,
      publish: settingsFor(session, 'version'),
      seen,
    };
  const told = `${versionWords(tls.version)} is agreed on`;
  if (!askOld || context.smtp === null) return { session, outcome: 'pass', says: told, seen };
  const { offered, version, observation } = await probeOldTls(context.smtp, session.observation.request);
  if (offered === 'unknown')
    return { session, outcome: 'pass', says: `${told}; whether it takes older versions too could not be told`, seen };
  const answer = { of: `TLS 1.0 and 1.1 at ${session.label}`, value: version ?? observation.tlsError ?? 'refused' };
  if (offered === 'no')
    return { session, outcome: 'pass', says: `${told}, and TLS 1.0 and 1.1 are refused`, seen: [...seen, answer] };
  return {
    session,
    outcome: 'warn',
    severity: 'medium',
    says: `${told}, but it still takes ${versionWords(version ?? 'older versions')} from senders that know nothing better`,
    fix,
    publish: settingsFor(session, 'version'),
    seen: [...seen, answer],
  };
}
