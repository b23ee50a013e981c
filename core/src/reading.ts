import type { ReasonId } from '@whybounce/knowledge';

/** How the input was written down. */
export type Format = 'dsn' | 'ndr' | 'arf' | 'mdn' | 'log' | 'webhook' | 'reply' | 'unknown';

/** What happened to one recipient. A deferral is temporary and kept apart from a bounce. */
export type Kind = 'bounce' | 'deferral' | 'delivery' | 'complaint' | 'auto-reply' | 'challenge' | 'other';

/** The step of the SMTP session (RFC 5321 section 3) that was refused. */
export type Stage = 'connect' | 'ehlo' | 'auth' | 'mail' | 'rcpt' | 'data' | 'end-of-data' | 'after-acceptance';

/** Something the reader of a record should know, with a stable code. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}

/** The identity of the message that bounced, from its returned headers. Its body is never decoded. */
export interface OriginalMessage {
  messageId: string | null;
  subject: string | null;
  from: string | null;
  /** As an ISO 8601 UTC time where it could be read. */
  date: string | null;
  listId: string | null;
  campaign: string | null;
}

/** Who spoke to the server that refused, as that server saw it. */
export interface SendingMta {
  /** The name given in HELO or EHLO. */
  readonly host: string | null;
  readonly ip: string | null;
}

/** Nobody is named. Shared, since nearly every event says so. */
export const noSendingMta: SendingMta = Object.freeze({ host: null, ip: null });

/** Results of authentication (RFC 8601 section 2.7), as a server wrote them on the message that bounced. */
export interface Authentication {
  readonly spf: string | null;
  readonly dkim: string | null;
  readonly dmarc: string | null;
  readonly arc: string | null;
  /** The authserv-id: who checked. */
  readonly server: string | null;
  /** The header field that says so, without its name. */
  readonly quote: string;
}

/**
 * One recipient's outcome as a reader found it, before any meaning is given to it. Codes, host and
 * stage that stand in `diagnostic` need not be taken out by the reader: `examine` does that for all.
 */
export interface Reading {
  format: Format;
  dialect: string | null;
  kind: Kind;
  recipient: string | null;
  originalRecipient: string | null;
  /** The envelope sender (return path) of the message that bounced. */
  sender: string | null;
  reportingMta: string | null;
  remoteHost: string | null;
  remoteIp: string | null;
  sendingMta: SendingMta;
  stage: Stage | null;
  replyCode: number | null;
  enhancedStatus: string | null;
  dsnAction: string | null;
  /** The text of the refusing server on one line, codes included, as it came. */
  diagnostic: string | null;
  /** ISO 8601, UTC, seconds or finer. */
  timestamp: string | null;
  message: OriginalMessage;
  authentication: Authentication | null;
  /** What the vendor's own class says, for use where the words say nothing. */
  hint: ReasonId | null;
  warnings: Warning[];
  /** Line (1-based) or other position inside the input, where it has several events. */
  position: string | null;
}

/** A reading in which nothing has been found yet. All readings have all fields, in this order. */
export function newReading(format: Format, dialect: string | null, kind: Kind): Reading {
  return {
    format,
    dialect,
    kind,
    recipient: null,
    originalRecipient: null,
    sender: null,
    reportingMta: null,
    remoteHost: null,
    remoteIp: null,
    sendingMta: noSendingMta,
    stage: null,
    replyCode: null,
    enhancedStatus: null,
    dsnAction: null,
    diagnostic: null,
    timestamp: null,
    message: { messageId: null, subject: null, from: null, date: null, listId: null, campaign: null },
    authentication: null,
    hint: null,
    warnings: [],
    position: null,
  };
}
