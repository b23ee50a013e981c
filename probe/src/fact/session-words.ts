import type { Seen } from '@whybounce/core/check';
import type { SmtpStep } from '../smtp/observation.ts';
import { counted, listed } from './list-words.ts';
import type { SmtpSession, SmtpSessions } from './smtp-sessions.ts';
import { whyNoDialogue, whyNoRecipient } from './smtp-sessions.ts';

/** Why nothing can be said of those servers with which no dialogue was had, as a sentence. */
export function untestable(sessions: readonly SmtpSession[]): string {
  const why = sessions.flatMap(({ label, observation }) => {
    const words = whyNoDialogue(observation) ?? whyNoRecipient(observation);
    return words === null ? [] : [`${label}: ${words}`];
  });
  return `Not testable from here: ${why.length === 0 ? 'no reply told anything' : why.join('; ')}.`;
}

/** A reply as evidence. */
export function seenReply({ label }: SmtpSession, { command, reply }: SmtpStep): Seen {
  return { of: `${command ?? 'Greeting'} at ${label}`, value: reply ?? 'no reply' };
}

/**
 * Those servers of which something can be asked. One that nobody gets a connection to is told of by the check of its
 * port; that this machine has no IPv6 must not leave everything else open. Where there is none, all.
 */
export function met(sessions: readonly SmtpSession[]): readonly SmtpSession[] {
  const some = sessions.filter(
    ({ observation: { outcome, connected } }) => outcome === 'answered' || connected !== null,
  );
  return some.length === 0 ? sessions : some;
}

/** The servers that were looked at, and how many addresses were not. */
export function lookedAt({ left, sessions }: SmtpSessions, looked: readonly SmtpSession[]): string {
  const others = left + sessions.length - looked.length;
  const rest = others === 0 ? '' : ` (${counted(others, 'further address', 'further addresses')} not tested)`;
  return `${listed(looked.map(({ label }) => label))}${rest}`;
}
