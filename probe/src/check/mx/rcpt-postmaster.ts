import type { Seen } from '@whybounce/core/check';
import { mailHostOf } from '@whybounce/core/mail-host';
import { decodeReply } from '@whybounce/core/reply';
import { listed } from '../../fact/list-words.ts';
import { seenReply, untestable } from '../../fact/session-words.ts';
import { oneLine, replyFor, type SmtpSession, smtpSessions } from '../../fact/smtp-sessions.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'mx.rcpt_postmaster',
  area: 'mx',
  input: 'probe',
  needs: ['domain'],
  severity: 'medium',
  title: 'Somebody reads postmaster and abuse',
  about:
    'Every domain that takes mail must have a postmaster address, and should have one for abuse. Blocklists and big receivers write there before they block, and some check that it exists.',
  remedy: 'Create the addresses postmaster and abuse, or have them forwarded to whoever runs the mail.',
  source: 'RFC 5321 section 4.5.1',
  async run(context) {
    const dialogues = await smtpSessions(context);
    if (dialogues === null) return notApplicable('There is no mail server with an address to connect to.');
    const { sessions, tried } = dialogues;
    const seen: Seen[] = [];
    const ask = (address: string | null) => {
      const replies = sessions.map((session) => ({ session, step: replyFor(session, address) }));
      for (const { session, step } of replies) if (step !== null) seen.push(seenReply(session, step));
      const refusal = replies.find(
        ({ session, step }) => step !== null && step.code >= 500 && OF_ADDRESS.has(reasonOf(session, step.reply)),
      );
      const isTaken = replies.some(({ step }) => step !== null && step.code >= 200 && step.code < 300);
      return { address, refusal, isTaken };
    };
    const [postmaster, abuse] = [ask(tried.postmaster), ask(tried.abuse)];
    const refused = [postmaster, abuse].flatMap(({ address, refusal }) =>
      refusal?.step == null || address === null ? [] : [`${address} is refused: "${oneLine(refusal.step.reply)}"`],
    );
    const missing = [postmaster, abuse].flatMap(({ address, refusal }) =>
      refusal === undefined || address === null ? [] : [address],
    );
    const fix = `Create ${listed(missing)}, or have ${missing.length === 1 ? 'it' : 'them'} forwarded to whoever runs the mail of ${context.subject.domain}.`;
    const [refusal] = [postmaster.refusal, abuse.refusal].filter((found) => found !== undefined);
    const { domain, mailServer } = context.subject;
    // a server that is checked alone takes mail for domains that are not known here, mostly not for its own name
    if (refusal?.step != null && domain === mailServer && OF_DOMAIN.has(reasonOf(refusal.session, refusal.step.reply)))
      return notApplicable(
        `${domain} takes no mail for its own name ("${oneLine(refusal.step.reply)}"), so it needs no postmaster address there.`,
        { seen },
      );
    const program = sessions.map(({ server }) => mailHostOf(server.host));
    const [taker] = program;
    if (refusal !== undefined && taker != null && program.every((host) => host?.kind === 'inbound-api'))
      return warn(`${taker.name} hands the mail of ${domain} to a program, and ${refused.join('; ')}.`, {
        seen,
        fix: `If ${domain} is only there for returned mail, nothing is to be done. ${fix}`,
        severity: 'low',
      });
    if (postmaster.refusal !== undefined) return fail(`${refused.join('; ')}.`, { seen, fix });
    if (abuse.refusal !== undefined) return warn(`${refused.join('; ')}.`, { seen, fix, severity: 'low' });
    if (postmaster.isTaken && abuse.isTaken)
      return pass(`${postmaster.address} and ${abuse.address} are accepted.`, { seen });
    const silent = sessions.filter((session) => replyFor(session, tried.postmaster) === null);
    const put = seen.find(({ value }) => !value.startsWith('2'));
    return undetermined(
      silent.length === sessions.length || put === undefined
        ? untestable(silent)
        : `Whether postmaster and abuse are read at ${context.subject.domain} could not be told: "${oneLine(put.value)}".`,
      { seen },
    );
  },
});

/** Reasons that speak of the address or its domain; one that turns us away, for our network or name, says nothing of it. */
const OF_ADDRESS: ReadonlySet<string> = new Set([
  'recipient.unknown',
  'recipient.edge-blocked',
  'recipient.domain-unknown',
  'recipient.null-mx',
  'recipient.moved',
  'recipient.disabled',
  'recipient.over-quota',
  'recipient.over-quota-long',
  'recipient.not-allowed-sender',
  'route.relay-denied',
  'route.no-mail-users',
]);

/** Those among them that speak of the domain: mail for it is not taken there at all. */
const OF_DOMAIN: ReadonlySet<string> = new Set([
  'route.relay-denied',
  'recipient.domain-unknown',
  'recipient.edge-blocked',
  'recipient.null-mx',
  'route.no-mail-users',
]);

function reasonOf({ server }: SmtpSession, reply: string): string {
  return decodeReply(reply, { host: server.host }).diagnosis?.reason ?? '';
}
