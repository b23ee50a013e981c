import type { Seen } from '@whybounce/core/check';
import { decodeReply } from '@whybounce/core/reply';
import { listed } from '../../fact/list-words.ts';
import { lookedAt, met, seenReply, untestable } from '../../fact/session-words.ts';
import { oneLine, replyFor, type SmtpSession, smtpSessions } from '../../fact/smtp-sessions.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'mx.open_relay',
  area: 'mx',
  input: 'probe',
  needs: [],
  severity: 'critical',
  title: 'No mail server takes mail for strangers',
  about:
    'A server that takes mail for any domain from anybody passes on spam for the whole world and is on the blocklists within hours. Only the address is offered; no message is sent.',
  remedy: 'Allow relaying only to users who log in and to your own networks.',
  source: 'RFC 5321 section 7.9',
  async run(context) {
    const dialogues = await smtpSessions(context);
    if (dialogues === null) return notApplicable('There is no mail server with an address to connect to.');
    const { tried } = dialogues;
    const sessions = met(dialogues.sessions);
    const seen: Seen[] = [];
    const [open, closed, unclear]: [SmtpSession[], SmtpSession[], SmtpSession[]] = [[], [], []];
    for (const session of sessions) {
      const step = replyFor(session, tried.elsewhere);
      if (step !== null) seen.push(seenReply(session, step));
      if (step === null || step.code === 421) unclear.push(session);
      else if (step.code >= 200 && step.code < 300) open.push(session);
      else if (refusesRelaying(session, step)) closed.push(session);
      else unclear.push(session);
    }
    const names = (of: readonly SmtpSession[]) => listed(of.map(({ label }) => label));
    if (open.length > 0)
      return fail(
        `${names(open)} accepted ${tried.elsewhere} as recipient, from a stranger and without a login. Either it passes on mail for anybody, or it says yes to everything first and refuses later; no message was sent to find out which.`,
        { seen, fix: `On ${names(open)}, allow relaying only to users who log in and to your own networks.` },
      );
    if (unclear.length > 0) {
      const put = unclear.find((session) => replyFor(session, tried.elsewhere) !== null);
      const reply = put === undefined ? null : replyFor(put, tried.elsewhere);
      return undetermined(
        put === undefined || reply === null
          ? untestable(unclear)
          : reply.code >= 500
            ? `${put.label} refused with "${oneLine(reply.reply)}", which says nothing of relaying.`
            : `${put.label} put the question off with "${oneLine(reply.reply)}", so nothing can be said of relaying.`,
        { seen },
      );
    }
    return pass(`Mail for a stranger's domain is refused: ${lookedAt(dialogues, closed)}.`, { seen });
  },
});

/**
 * Reasons by which a server says that it takes mail for its own domains or users alone. One that turns this machine
 * away, or finds that the stranger's domain takes no mail, would have relayed for somebody else.
 */
const OF_RELAYING: ReadonlySet<string> = new Set([
  'route.relay-denied',
  'auth.submission',
  'recipient.unknown',
  'recipient.edge-blocked',
  'route.no-mail-users',
]);

function refusesRelaying({ server }: SmtpSession, { code, reply }: NonNullable<ReturnType<typeof replyFor>>): boolean {
  const reason = decodeReply(reply, { host: server.host }).diagnosis?.reason ?? '';
  // Postfix puts relaying off with 454 by default; other 4xx (greylisting, load) come before that question
  return code >= 500 ? OF_RELAYING.has(reason) : reason === 'route.relay-denied';
}
