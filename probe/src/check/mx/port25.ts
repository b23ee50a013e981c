import { zoneLine } from '../../dns/zone-line.ts';
import { listed } from '../../fact/list-words.ts';
import { sendsNothing } from '../../fact/sends-nothing.ts';
import { lookedAt } from '../../fact/session-words.ts';
import type { SmtpSession, SmtpSessions } from '../../fact/smtp-sessions.ts';
import { smtpSessions, whyNoDialogue } from '../../fact/smtp-sessions.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, tell, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'mx.port25',
  area: 'mx',
  input: 'probe',
  needs: [],
  severity: 'critical',
  title: 'Mail servers can be connected to',
  about:
    'Whether each mail server takes connections on port 25. A sender that gets none tries for days and then gives the mail back.',
  remedy: 'Start the mail service, and open port 25 in the firewall.',
  source: 'RFC 5321 section 4.5.4',
  async run(context) {
    const dialogues = await smtpSessions(context);
    if (dialogues === null) return notApplicable('There is no mail server with an address to connect to.');
    const { sessions } = dialogues;
    const port = context.smtpPort;
    const open = sessions.filter(
      ({ observation }) => observation.connected !== null || observation.outcome === 'answered',
    );
    const untried = sessions.filter(({ observation }) => observation.outcome === 'not-tried');
    const closed = sessions.filter((session) => !open.includes(session) && !untried.includes(session));
    const seen = sessions.map(({ label, observation }) => ({
      of: `Port ${port} of ${label}`,
      value: open.some((session) => session.label === label) ? 'open' : (whyNoDialogue(observation) ?? 'closed'),
    }));
    const nullMx = nullMxAdvice(context, dialogues);
    if (open.length === 0 && closed.length > 0 && nullMx !== null && (await sendsNothing(context)))
      return tell(
        `${namesOf(closed)} ${closed.length === 1 ? 'takes' : 'take'} no connection on port ${port}: ${whysOf(closed)}. ${context.subject.domain} has no MX record and says by its SPF record that it sends no mail, so this is as it should be.`,
        { seen, fix: nullMx },
      );
    // where some take connections, the way out of here is open, so that silence and refusal are the other side's
    const hasWayOut = (family: number) => open.some((session) => session.family === family);
    const shut = open.length === 0 ? [] : closed.filter((session) => isRefused(session) || hasWayOut(session.family));
    if (shut.length > 0) {
      const silent = shut.filter((session) => !isRefused(session));
      // a server that did not answer once may be busy: time-outs alone are no verdict
      if (silent.length === shut.length && silent.every(({ observation }) => observation.outcome === 'timeout'))
        return undetermined(`${namesOf(silent)} did not answer on port ${port} in time, while ${namesOf(open)} did.`, {
          seen,
        });
      const says = `${namesOf(shut)} ${shut.length === 1 ? 'takes' : 'take'} no connection on port ${port}: ${whysOf(shut)}. ${namesOf(open)} ${open.length === 1 ? 'does' : 'do'}.`;
      if (nullMx !== null)
        return warn(`${says} ${context.subject.domain} has no MX record, so mail is tried at its own addresses.`, {
          seen,
          severity: 'low',
          fix: nullMx,
        });
      return fail(says, {
        seen,
        severity: 'high',
        fix: `Check that the mail service runs on ${namesOf(shut)} and that no firewall closes port ${port}; remove an address that is no longer in use.`,
      });
    }
    // some networks refuse in the other side's name what they do not let out, so that a refusal by all proves nothing
    if (closed.length > 0 && closed.every(isRefused))
      return undetermined(
        `${namesOf(closed)} ${closed.length === 1 ? 'refuses' : 'refuse'} every connection on port ${port}. Either no mail service listens there, or the network here lets no connection to other mail servers out.`,
        {
          seen,
          fix: `Try again from another network. If it is the same there, start the mail service on ${namesOf(closed)} and open port ${port} in its firewall.${nullMx === null ? '' : ` ${nullMx}`}`,
        },
      );
    if (closed.length > 0)
      return undetermined(
        `${namesOf(closed)} could not be reached on port ${port} (${whyNoDialogue((closed[0] as SmtpSession).observation)}). Many networks forbid connections to other mail servers, so that this may be the network here.`,
        { seen },
      );
    if (open.length === 0)
      return undetermined(
        `Nothing was connected to: ${listed(untried.map(({ label, observation }) => `${label}: ${whyNoDialogue(observation)}`))}.`,
        {
          seen,
        },
      );
    return pass(`Port ${port} is open: ${lookedAt(dialogues, open)}.`, { seen });
  },
});

/** What helps where mail goes to the domain's own address only because no MX record says otherwise; null where one does. */
function nullMxAdvice({ subject }: CheckContext, { servers }: SmtpSessions): string | null {
  const { domain } = subject;
  if (domain === null || servers.route !== 'implicit') return null;
  return `If ${domain} takes no mail, publish the null MX record "${zoneLine(domain, 'MX', '0 .')}"; if it does, publish an MX record that names its mail server.`;
}

const whysOf = (sessions: readonly SmtpSession[]): string =>
  listed([...new Set(sessions.map(({ observation }) => whyNoDialogue(observation) ?? ''))]);

const namesOf = (sessions: readonly SmtpSession[]): string => listed(sessions.map(({ label }) => label));

function isRefused({ observation: { outcome, detail } }: SmtpSession): boolean {
  return outcome === 'no-connection' && /refused/i.test(detail ?? '');
}
