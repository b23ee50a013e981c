import type { Match } from '../match/matcher.ts';
import type { Reading } from '../reading.ts';

/** How a refusal was said and handed down. */
export type Said = Pick<Reading, 'kind' | 'format' | 'stage' | 'enhancedStatus' | 'replyCode'>;

/** Enhanced statuses that say themselves that the mailbox is not there. */
const sureStatus = /^5\.(?:1\.\d+|2\.1|7\.13)$/;
/** Statuses with which a reporting server says that it knows nothing. */
const vagueStatus = /^5\.\d\.0$/;

/**
 * Whether a refusal that calls the address dead may be believed at once.
 *
 * Filters of some carriers and gateways say "user unknown" too when they do not like the message. What
 * they cannot do is to say it before they have seen it. So it is firm when it was said to RCPT TO, when
 * the server's precise status says the same, when the provider itself is known by its host and words
 * (its entry says where even that is not enough), or when the server that keeps the mailboxes wrote the
 * report itself. It is not when it was said after the content, or when a report passes on a bare
 * "550 user unknown" without saying at which step.
 */
export function isFirm(match: Match, said: Said): boolean {
  const { stage, enhancedStatus, replyCode, format } = said;
  if (match.identified) return true;
  if (stage === 'data' || stage === 'end-of-data') return enhancedStatus !== null && sureStatus.test(enhancedStatus);
  if (stage === 'rcpt') return true;
  if (enhancedStatus !== null && sureStatus.test(enhancedStatus)) return true;
  // A session of the caller's own: its words came as they were said.
  if (format !== 'dsn' && format !== 'ndr') return true;
  const own = match.kind === 'mta' || match.kind === 'wording';
  return replyCode === null && own && !(enhancedStatus !== null && vagueStatus.test(enhancedStatus));
}
