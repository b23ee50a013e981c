import type { CauseId, Deed, Owner, ReasonId } from '@whybounce/knowledge';
import { decode } from './decode.ts';
import { type DiagnoseContext, diagnose } from './diagnose-event.ts';
import type { BounceEvent } from './event.ts';
import { finish } from './finish.ts';
import { isMailClientError, readMailClientError } from './read/client/nodemailer.ts';
import { readReply } from './read/reply.ts';
import type { RuleSet } from './rules/rule-set.ts';

/** By what a report is known to be genuine. */
export type TrustGround =
  | 'own-session'
  | 'signed-return-path'
  | 'signed-webhook'
  | 'own-log'
  | 'own-message'
  | 'caller';

const grounds: readonly TrustGround[] = [
  'own-session',
  'signed-return-path',
  'signed-webhook',
  'own-log',
  'own-message',
  'caller',
];

/** What a caller may say beside the input. */
export interface DecideOptions extends DiagnoseContext {
  /** By what the report is known to be genuine; without it only an answer in the caller's own session is. */
  readonly verifiedBy?: TrustGround | undefined;
  /** The address that was written to, where the input does not name it. */
  readonly recipient?: string | undefined;
}

/** What the sending system does with one address now. */
export interface Decision {
  readonly recipient: string | null;
  /** `suppress` only where the report is verified. */
  readonly do: Deed;
  /** Seconds to wait before the next try; null where trying again is not the point. */
  readonly retryAfter: number | null;
  /** What to do when the same comes back after that. */
  readonly then: Deed | null;
  readonly why: string;
  /** Null for what is no delivery event. */
  readonly reason: ReasonId | null;
  /** The cause, where one may be named. */
  readonly cause: CauseId | null;
  readonly owner: Owner;
  readonly confidence: number;
  readonly trust: 'verified' | 'unverified';
  readonly trustedBy: string | null;
  /** All that is known, for a log. */
  readonly event: BounceEvent;
}

/** A line of a reply as it came over the wire (RFC 5321 section 4.2). */
const replyLine = /^[245]\d\d(?:[ -]|$)/;
/** Lines of one reply; RFC 5321 sets no limit, and no server says more. */
const MAX_REPLY_LINES = 100;

/**
 * Decides what becomes of each address: the drop-in for whoever sends mail.
 *
 * A Nodemailer error and a bare SMTP reply come out of the caller's own session and count as verified.
 * A webhook's body or a raw message could be forged by anybody: they suppress nobody unless
 * `verifiedBy` says by what the caller knows them to be genuine.
 *
 * @param input an error of Nodemailer or what its `sendMail` returned, an SMTP reply, a webhook's body
 *   (parsed or as text), a raw message, or a line of a log
 * @returns one decision for each recipient; never empty. Never throws for what the input is.
 * @throws RangeError for a `verifiedBy` that does not exist
 */
export function decide(input: string | Uint8Array | object, options: DecideOptions = {}): Decision[] {
  const { verifiedBy, recipient } = options;
  if (verifiedBy !== undefined && !grounds.includes(verifiedBy))
    throw new RangeError(`verifiedBy "${String(verifiedBy)}" is not known: write one of ${grounds.join(', ')}.`);
  const { events, ownSession } = read(input, options.rules);
  const trustedBy = verifiedBy ?? (ownSession ? 'own-session' : null);
  return events.map((read) => {
    const named = recipient === undefined || read.recipient !== null ? read : { ...read, recipient };
    const event: BounceEvent = {
      ...diagnose(named, options),
      trust: trustedBy === null ? 'unverified' : 'verified',
      trustedBy,
    };
    return decisionOf(event);
  });
}

function read(
  input: string | Uint8Array | object,
  rules: RuleSet | undefined,
): { events: BounceEvent[]; ownSession: boolean } {
  if (typeof input === 'object' && !(input instanceof Uint8Array) && isMailClientError(input)) {
    const events = readMailClientError(input).map((reading) => finish(reading, '-', rules));
    return { events, ownSession: true };
  }
  const reply = typeof input === 'string' ? bareReply(input) : null;
  if (reply !== null) return { events: [finish(readReply(reply), '-', rules)], ownSession: true };
  return { events: decode(input, { rules }), ownSession: false };
}

/**
 * The lines of a text that is one reply and nothing else; null for any other text. Whoever wrote a mail
 * that somebody hands in as text must not pass for the server of the caller's own session.
 */
function bareReply(text: string): string[] | null {
  const lines = text
    .toWellFormed()
    .split(/\r\n?|\n/, MAX_REPLY_LINES + 1)
    .filter((line) => line.trim() !== '');
  if (lines.length === 0 || lines.length > MAX_REPLY_LINES) return null;
  const code = lines[0]?.slice(0, 3) ?? '';
  return lines.every((line) => replyLine.test(line) && line.startsWith(code)) ? lines : null;
}

function decisionOf(event: BounceEvent): Decision {
  const { diagnosis, trust, trustedBy, recipient } = event;
  if (diagnosis === null) {
    return {
      recipient,
      do: 'ignore',
      retryAfter: null,
      then: null,
      why: 'This is no delivery event: nothing follows from it for the address.',
      reason: null,
      cause: null,
      owner: 'nobody',
      confidence: 0,
      trust,
      trustedBy,
      event,
    };
  }
  const { action, reason, cause, owner, confidence } = diagnosis;
  const forgeable = trust === 'unverified' && (action.do === 'suppress' || action.then === 'suppress');
  return {
    recipient,
    do: forgeable ? 'hold' : action.do,
    retryAfter: action.retryAfter,
    then: forgeable ? null : action.then,
    why: forgeable
      ? 'The report says that mail to this address should stop, but nothing proves that it is genuine. Hold it until a verified report says the same.'
      : action.why,
    reason,
    cause,
    owner,
    confidence,
    trust,
    trustedBy,
    event,
  };
}
