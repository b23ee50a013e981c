import type { Seen } from '@whybounce/core/check';
import { sayReason } from '@whybounce/core/explain';
import { decodeReply } from '@whybounce/core/reply';
import { listed } from '../../fact/list-words.ts';
import { seenReply, untestable } from '../../fact/session-words.ts';
import { oneLine, replyFor, type SmtpSession, type SmtpSessions, smtpSessions } from '../../fact/smtp-sessions.ts';
import { defineCheck, fail, notApplicable, pass, tell, undetermined, type Verdict } from '../define.ts';

export default defineCheck({
  id: 'mx.rcpt_target',
  area: 'mx',
  input: 'probe',
  needs: ['recipient'],
  severity: 'critical',
  title: 'The address that bounced is accepted now',
  about:
    'The address that bounced is offered to its mail server again, and the reply of today is held against the refusal. No message is sent. A refusal does not prove that the address is dead, and an acceptance not that mail arrives.',
  remedy: 'Do what the page of the reason says, and have the other side look at the reply.',
  source: 'RFC 5321 section 3.3',
  async run(context) {
    const recipient = context.subject.recipient as string;
    const dialogues = await smtpSessions(context);
    if (dialogues === null) return notApplicable('There is no mail server with an address to connect to.');
    const { sessions, tried } = dialogues;
    if (tried.target === null)
      return notApplicable(`${recipient} is no address of ${context.subject.domain}, so its servers were not asked.`);
    const replies = sessions.flatMap((session) => {
      const step = replyFor(session, tried.target);
      return step === null ? [] : [{ session, reply: step.reply, code: step.code, seen: seenReply(session, step) }];
    });
    const { refusal } = context.subject;
    const seen: Seen[] = [
      ...replies.map((reply) => reply.seen),
      ...(refusal === null ? [] : [{ of: 'The refusal that was told', value: refusal }]),
    ];
    const accepting = replies.filter(({ code }) => code >= 200 && code < 300);
    const refusing = replies.filter(({ code }) => code >= 500);
    if (accepting.length > 0 && refusing.length > 0)
      return fail(
        `${listed(accepting.map(({ session }) => session.label))} accepted ${recipient}, and ${listed(refusing.map(({ session }) => session.label))} refused it with "${oneLine(refusing[0]?.reply ?? '')}": the servers do not know the same addresses.`,
        {
          seen,
          fix: 'Have the admin of the receiving side bring the lists of addresses on all its mail servers in line.',
        },
      );
    const [accepted] = accepting;
    if (accepted !== undefined) return ofAcceptance(dialogues, accepted.session, recipient, refusal, seen);
    const [refused] = refusing;
    if (refused !== undefined) return ofRefusal(dialogues, refused, recipient, refusal, seen);
    const [put] = replies;
    return undetermined(
      put === undefined
        ? untestable(sessions)
        : `${put.session.label} put ${recipient} off with "${oneLine(put.reply)}" (${reasonWords(put.session, put.reply)}). Try again in some minutes.`,
      { seen },
    );
  },
});

function ofAcceptance(
  { tried }: SmtpSessions,
  session: SmtpSession,
  recipient: string,
  refusal: string | null,
  seen: readonly Seen[],
): Verdict {
  const nobody = replyFor(session, tried.nobody);
  const isAllAccepted = nobody !== null && nobody.code >= 200 && nobody.code < 300;
  if (isAllAccepted)
    return tell(
      `${session.label} accepted ${recipient}, and an address that nobody has as well: it says yes to every address first, so that its yes tells nothing. A refusal can come later.`,
      { seen: [...seen, seenReply(session, nobody)] },
    );
  const before =
    refusal === null
      ? ''
      : ` The refusal "${oneLine(refusal)}" does not come at this point any more, for a sender without a name and from here.`;
  return pass(`${session.label} accepted ${recipient}.${before}`, { seen });
}

function ofRefusal(
  dialogues: SmtpSessions,
  { session, reply }: { readonly session: SmtpSession; readonly reply: string },
  recipient: string,
  refusal: string | null,
  seen: readonly Seen[],
): Verdict {
  const today = reasonOf(session, reply);
  const quoted = `${session.label} refused ${recipient} with "${oneLine(reply)}" (${reasonWords(session, reply)})`;
  const before = refusal === null ? null : reasonOf(session, refusal);
  // what speaks of us is no news of the address, unless it is what its sender was told as well
  const isOfAddress = /^(?:recipient|route)\./.test(today);
  if (before !== today && !isOfAddress)
    return undetermined(`${quoted}. That may concern this machine, not the address.`, { seen });
  const compared =
    refusal === null || before === null
      ? ''
      : before === today
        ? ' It is the same reason as in the bounce.'
        : ` The bounce gave another reason: "${oneLine(refusal)}" (${before}).`;
  const next = isOfAddress
    ? `send the reply to the admin of the receiving side if the address should exist`
    : `do what it says of the sending side: the refusal is about who sends`;
  return fail(`${quoted}.${compared}${isOfAddress ? scopeOf(dialogues, session) : ''}`, {
    seen,
    fix: `Read the page of ${today}, and ${next}. Do not take ${recipient} for dead on this reply alone.`,
  });
}

/** Whom the refusal concerns, by the addresses that were offered beside it. */
function scopeOf({ tried }: SmtpSessions, session: SmtpSession): string {
  const control = replyFor(session, tried.postmaster);
  if (control === null || tried.postmaster === null) return '';
  if (control.code < 300)
    return ` ${tried.postmaster} was accepted, so that the refusal concerns this address, not the whole domain.`;
  return control.code >= 500
    ? ` ${tried.postmaster} was refused as well: the refusal may concern the whole domain, its route or this sender.`
    : '';
}

function reasonOf({ server }: SmtpSession, reply: string): string {
  return decodeReply(reply, { host: server.host }).diagnosis?.reason ?? 'unknown.text';
}

/** The reason of a reply by its id and in plain words. */
function reasonWords({ server }: SmtpSession, reply: string): string {
  const reason = decodeReply(reply, { host: server.host }).diagnosis?.reason;
  return reason === undefined ? 'no reason that is known' : `${reason}: ${sayReason(reason).replace(/\.$/, '')}`;
}
