import { listed } from '../../fact/list-words.ts';
import { lookedAt } from '../../fact/session-words.ts';
import type { SmtpSession } from '../../fact/smtp-sessions.ts';
import { smtpSessions, whyNoDialogue } from '../../fact/smtp-sessions.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

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
    // a refusal is the other side's word; where silence meets only some, the way out of here is open, so it is theirs too
    const hasWayOut = (family: number) => open.some((session) => session.family === family);
    const shut = closed.filter((session) => isRefused(session) || hasWayOut(session.family));
    if (shut.length > 0) {
      const silent = shut.filter((session) => !isRefused(session));
      // a server that did not answer once may be busy: time-outs alone are no verdict
      if (silent.length === shut.length && silent.every(({ observation }) => observation.outcome === 'timeout'))
        return undetermined(`${namesOf(silent)} did not answer on port ${port} in time, while ${namesOf(open)} did.`, {
          seen,
        });
      return fail(
        `${namesOf(shut)} ${shut.length === 1 ? 'takes' : 'take'} no connection on port ${port}: ${listed([...new Set(shut.map(({ observation }) => whyNoDialogue(observation) ?? ''))])}.${open.length === 0 ? '' : ` ${namesOf(open)} ${open.length === 1 ? 'does' : 'do'}.`}`,
        {
          seen,
          severity: open.length === 0 ? 'critical' : 'high',
          fix: `Check that the mail service runs on ${namesOf(shut)} and that no firewall closes port ${port}; remove an address that is no longer in use.`,
        },
      );
    }
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

const namesOf = (sessions: readonly SmtpSession[]): string => listed(sessions.map(({ label }) => label));

function isRefused({ observation: { outcome, detail } }: SmtpSession): boolean {
  return outcome === 'no-connection' && /refused/i.test(detail ?? '');
}
