import type { CheckContext } from '../check/context.ts';
import { notApplicable, undetermined, type Verdict } from '../check/define.ts';
import type { SeenCertificate, SeenTls } from '../smtp/observation.ts';
import { listed } from './list-words.ts';
import { mailServers } from './mail-servers.ts';
import { oneLine, type SmtpSession, smtpSessions, whyNoDialogue } from './smtp-sessions.ts';
import { repairerOf } from './tls-repair.ts';
import { type HostVerdict, verdictOnHosts } from './tls-verdict.ts';

/** How far a mail server went with TLS; `says` are words that follow its name and a colon. */
export type TlsState =
  | { readonly kind: 'done'; readonly tls: SeenTls }
  /** There is none for anybody; `passing`: for the moment, by the server's own word. */
  | { readonly kind: 'absent'; readonly passing: boolean; readonly says: string }
  | { readonly kind: 'unknown'; readonly says: string };

/** What tells of the connection or of this machine, and not of how the server is set up. */
const BROKEN_OFF = /reset|closed|hang up|disconnected|EPIPE|ETIMEDOUT|no handshake in time/i;
const OWN_LACK = /no protocols available|no ciphers available/i;
/** A firewall that reads along overwrites the words of EHLO that it does not know (Cisco's SMTP inspection). */
const OVERWRITTEN = /^X{4,}A?$/;

/** Whether a session came to TLS. A server that turned somebody away has not said that it has none. */
export function tlsStateOf({ observation }: SmtpSession): TlsState {
  const { outcome, startTls, tls, tlsError, steps, plainExtensions } = observation;
  if (startTls === 'done' && tls !== null) return { kind: 'done', tls };
  const heardEhlo = steps.some(({ stage, code }) => stage === 'ehlo' && code !== null && code < 300);
  if (startTls === 'not-offered' && (outcome === 'answered' || heardEhlo)) {
    const mask = Object.keys(plainExtensions).find((keyword) => OVERWRITTEN.test(keyword));
    return mask === undefined
      ? { kind: 'absent', passing: false, says: 'it does not offer STARTTLS' }
      : {
          kind: 'unknown',
          says: `a firewall on the way overwrote what the server offers ("${mask.slice(0, 20)}"), so that STARTTLS is not to be seen from here`,
        };
  }
  if (startTls === 'refused') return refused(observation.steps);
  if (startTls === 'failed' && tlsError !== null) return failed(tlsError);
  return { kind: 'unknown', says: whyNoDialogue(observation) ?? 'it did not come to TLS' };
}

function refused(steps: SmtpSession['observation']['steps']): TlsState {
  const step = steps.findLast(({ stage }) => stage === 'starttls');
  const says = `it offers STARTTLS and then refuses it with "${oneLine(step?.reply ?? '')}"`;
  // RFC 3207 section 4: 454 is what a server says whose own TLS is out of order
  if (step?.code === 454) return { kind: 'absent', passing: true, says };
  return (step?.code ?? 400) < 500 ? { kind: 'unknown', says } : { kind: 'absent', passing: false, says };
}

function failed(tlsError: string): TlsState {
  const words = oneLine(tlsError).replace(/[.\s]+$/, '');
  if (OWN_LACK.test(tlsError))
    return { kind: 'unknown', says: `this machine cannot speak the TLS that it wants (${words})` };
  if (BROKEN_OFF.test(tlsError))
    return { kind: 'unknown', says: `the connection broke off while TLS was being agreed on (${words})` };
  const why = /legacy renegotiation/i.test(tlsError)
    ? 'it lacks secure renegotiation (RFC 5746), without which newer software does not connect'
    : /unsupported protocol|protocol version/i.test(tlsError)
      ? 'it and this client have no version of TLS in common'
      : /handshake failure|no shared cipher/i.test(tlsError)
        ? 'it has no cipher or certificate that fits'
        : 'the handshake fails';
  return { kind: 'absent', passing: false, says: `it offers STARTTLS, but TLS cannot be agreed on: ${why} (${words})` };
}

/** What is said where there is no dialogue with any mail server. */
export async function withoutServers(context: CheckContext): Promise<Verdict> {
  const { route } = await mailServers(context);
  return route === 'unknown'
    ? undetermined('The mail servers are not known, so nothing can be said of their encryption.')
    : notApplicable('There is no mail server with an address to connect to.');
}

/** Judges each mail server that came to TLS. Where none offers it there is nothing to judge: another check tells of that. */
export async function judgeTls(
  context: CheckContext,
  judge: (session: SmtpSession, tls: SeenTls) => HostVerdict | Promise<HostVerdict>,
): Promise<Verdict> {
  const dialogues = await smtpSessions(context);
  if (dialogues === null) return withoutServers(context);
  const verdicts: HostVerdict[] = [];
  for (const session of dialogues.sessions) {
    const state = tlsStateOf(session);
    if (state.kind === 'done')
      verdicts.push({ ...(await judge(session, state.tls)), repairer: repairerOf(context, session.server.host) });
    if (state.kind === 'unknown') verdicts.push({ session, outcome: 'unknown', says: state.says });
  }
  if (verdicts.length > 0) return verdictOnHosts(verdicts, dialogues.left);
  const labels = dialogues.sessions.map(({ label }) => label);
  return notApplicable(`${listed(labels)}: no TLS that works, so there is nothing to look at.`);
}

/** Judges the certificate of each mail server that came to TLS. */
export function judgeCertificates(
  context: CheckContext,
  judge: (session: SmtpSession, certificate: SeenCertificate) => HostVerdict | Promise<HostVerdict>,
): Promise<Verdict> {
  return judgeTls(context, (session, { certificate }) =>
    certificate === null
      ? { session, outcome: 'unknown', says: 'it presented no certificate' }
      : judge(session, certificate),
  );
}

/** A version of TLS as people say it: `TLS 1.0` for `TLSv1`. */
export function versionWords(version: string): string {
  const [, name, number = ''] = /^(TLS|SSL)v(\d(?:\.\d)?)$/.exec(version) ?? [];
  if (name === undefined) return version;
  return `${name} ${name === 'TLS' && number === '1' ? '1.0' : number}`;
}
