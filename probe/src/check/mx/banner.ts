import { isIP } from 'node:net';
import type { Seen } from '@whybounce/core/check';
import { isDetermined } from '@whybounce/core/dns';
import { mailHostOf } from '@whybounce/core/mail-host';
import { organizationalDomain } from '@whybounce/core/record';
import { listed } from '../../fact/list-words.ts';
import { met, seenReply, untestable } from '../../fact/session-words.ts';
import { oneLine, type SmtpSession, smtpSessions } from '../../fact/smtp-sessions.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'mx.banner',
  area: 'mx',
  input: 'probe',
  needs: [],
  severity: 'medium',
  title: 'Mail servers greet with their name',
  about:
    'A mail server says its name in its first line. It need not be the name in the MX record, but it should be a full host name that the DNS knows: others look it up when something goes wrong.',
  remedy: 'Set the host name of the mail server to a full name that has an address in the DNS.',
  source: 'RFC 5321 section 4.2',
  async run(context) {
    const dialogues = await smtpSessions(context);
    if (dialogues === null) return notApplicable('There is no mail server with an address to connect to.');
    const seen: Seen[] = [];
    const unclear: SmtpSession[] = [];
    const [nameless, lost, named]: [string[], string[], string[]] = [[], [], []];
    const sessions = met(dialogues.sessions);
    const verdicts = await Promise.all(sessions.map((session) => look(context, session)));
    for (const [place, { state, name }] of verdicts.entries()) {
      const session = sessions[place] as SmtpSession;
      const greeting = session.observation.steps.find(({ stage }) => stage === 'connect');
      if (greeting !== undefined) seen.push(seenReply(session, greeting));
      if (state === 'unclear') unclear.push(session);
      else if (state === 'nameless') nameless.push(`${session.label} greets with "${oneLine(greeting?.reply ?? '')}"`);
      else if (state === 'lost') lost.push(`${session.label} calls itself ${name}`);
      else named.push(`${session.label} calls itself ${name}`);
    }
    const broken = dialogues.sessions.filter(({ observation }) => observation.outcome === 'not-smtp');
    if (broken.length > 0)
      return fail(
        `What ${listed(broken.map(({ label }) => label))} sends on port ${context.smtpPort} is not SMTP: no mail can be delivered there.`,
        {
          seen: broken.map(({ label, observation }) => ({
            of: `Greeting of ${label}`,
            value: observation.detail ?? 'no SMTP',
          })),
          severity: 'high',
          fix: 'Have the mail service listen there, and keep devices on the way from rewriting what it says.',
        },
      );
    if (nameless.length > 0)
      return fail(`${listed(nameless)}: there is no full host name in it.`, {
        seen,
        fix: 'Set the host name of the mail server to a full name such as the one in its MX record, and switch off a firewall that masks the greeting.',
      });
    if (lost.length > 0) return warn(`${listed(lost)}: the DNS knows no such name.`, { seen, severity: 'low' });
    if (unclear.length > 0) return undetermined(untestable(unclear), { seen });
    return pass(`${listed(named)}.`, { seen });
  },
});

interface Look {
  readonly state: 'named' | 'nameless' | 'lost' | 'unclear';
  readonly name: string;
}

async function look({ subject, dns }: CheckContext, { server, observation }: SmtpSession): Promise<Look> {
  const greeting = observation.steps.find(({ stage }) => stage === 'connect');
  // a 4xx or 5xx speaks of this connection, not of the server's name
  if (greeting?.code !== 220 || greeting.reply === null) return { state: 'unclear', name: '' };
  const name = nameIn(greeting.reply);
  if (name === null) return { state: 'nameless', name: '' };
  if (isIP(name) !== 0) return { state: 'named', name: `[${name}]` };
  // the machines of big providers carry names of their own, often for inner use, which no customer can change
  if (mailHostOf(server.host) !== null) return { state: 'named', name };
  const own = organizationalDomain(subject.domain ?? server.host);
  if (name === server.host || organizationalDomain(name) !== own) return { state: 'named', name };
  const [a, aaaa] = await Promise.all([dns.query(name, 'A'), dns.query(name, 'AAAA')]);
  const isLost = [a, aaaa].every((answer) => isDetermined(answer) && answer.records.length === 0);
  return { state: isLost ? 'lost' : 'named', name };
}

/** The host name or address literal that follows the code (RFC 5321 section 4.2, `Greeting`); null where it is none. */
function nameIn(reply: string): string | null {
  const word =
    /^220[ -]\s*(\S+)/
      .exec(reply)?.[1]
      ?.toLowerCase()
      .replace(/[,;.]+$/, '') ?? '';
  const literal = /^\[(?:ipv6:)?(.+)\]$/.exec(word)?.[1];
  if (literal !== undefined) return isIP(literal) === 0 ? null : literal;
  // `220 ****` is what a firewall makes of a greeting
  return /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\.)+[a-z][a-z0-9-]{0,62}$/.test(word) &&
    !/^localhost\.|\.(?:localdomain|local)$/.test(word)
    ? word
    : null;
}
