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

/** The servers that were looked at, and how many were not. */
export function lookedAt({ left }: SmtpSessions, sessions: readonly SmtpSession[]): string {
  const rest = left === 0 ? '' : ` (${counted(left, 'further address', 'further addresses')} not tried)`;
  return `${listed(sessions.map(({ label }) => label))}${rest}`;
}
