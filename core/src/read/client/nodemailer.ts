import type { ReasonId } from '@whybounce/knowledge';
import { newReading, type Reading, type Stage } from '../../reading.ts';
import { findCodes } from '../reply-codes.ts';

/** The fields that Nodemailer puts on its errors; what else an error has is left alone. */
export interface MailClientError {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly command?: unknown;
  readonly response?: unknown;
  readonly responseCode?: unknown;
  readonly recipient?: unknown;
  readonly rejected?: unknown;
  readonly rejectedErrors?: unknown;
}

/** Errors of one call that are read; a message has no more recipients than that. */
const MAX_ERRORS = 10_000;
/** Characters of a text that are kept. */
const MAX_TEXT = 8_192;

/** What an error without a reply of the server says by its code. */
const reasons: Readonly<Record<string, ReasonId>> = {
  ECONNECTION: 'route.no-answer',
  ETIMEDOUT: 'route.no-answer',
  ESOCKET: 'route.dropped',
  EPROXY: 'route.no-answer',
  EDNS: 'route.dns-temporary',
  ETLS: 'tls.required',
  EREQUIRETLS: 'tls.required',
  EAUTH: 'auth.submission',
  ENOAUTH: 'auth.submission',
  EOAUTH2: 'auth.submission',
  EPROTOCOL: 'host.protocol',
  EMESSAGE: 'content.not-rfc',
  EMAXRECIPIENTS: 'rate.recipients',
};

/** Whether a value is an error of a mail client, or its report of a sending that was refused in part. */
export function isMailClientError(value: object): value is MailClientError {
  const { response, responseCode, code, command, rejectedErrors } = value as MailClientError;
  return (
    Array.isArray(rejectedErrors) ||
    typeof responseCode === 'number' ||
    (typeof code === 'string' && /^E[A-Z0-9]{2,20}$/.test(code)) ||
    (typeof response === 'string' && typeof command === 'string')
  );
}

/**
 * Reads an error that Nodemailer's `sendMail` threw, or what it returned when some recipients were
 * refused: one reading for each refused recipient, else one for the message.
 */
export function readMailClientError(error: MailClientError): Reading[] {
  const list = Array.isArray(error.rejectedErrors) ? error.rejectedErrors.slice(0, MAX_ERRORS) : [];
  const rejected = Array.isArray(error.rejected) ? error.rejected : [];
  const single: readonly unknown[] = list.length > 0 ? list : [error];
  return single.map((item, i) => {
    const one = (typeof item === 'object' && item !== null ? item : {}) as MailClientError;
    return readOne(
      one,
      textOf(one.recipient) ?? (list.length > 0 || rejected.length === 1 ? textOf(rejected[i]) : null),
    );
  });
}

function readOne(error: MailClientError, recipient: string | null): Reading {
  const reading = newReading('reply', 'nodemailer', 'bounce');
  const response = textOf(error.response);
  reading.diagnostic = response ?? textOf(error.message);
  reading.recipient = recipient;
  reading.stage = stageOf(textOf(error.command) ?? '', error.code);
  const codes = findCodes(reading.diagnostic ?? '');
  reading.replyCode = isReplyCode(error.responseCode) ? error.responseCode : codes.replyCode;
  reading.enhancedStatus = codes.enhancedStatus;
  const digit = Math.trunc((reading.replyCode ?? 0) / 100);
  if (digit === 4) reading.kind = 'deferral';
  if (response === null && typeof error.code === 'string') {
    reading.hint = Object.hasOwn(reasons, error.code) ? (reasons[error.code] ?? null) : null;
    // What never reached an answer may go through later.
    if (reading.hint?.startsWith('route.')) reading.kind = 'deferral';
  }
  return reading;
}

function isReplyCode(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 200 && value <= 599;
}

/** The step that was refused, from the command that Nodemailer names. `DATA` stands for two: the message itself is refused as EMESSAGE. */
function stageOf(command: string, code: unknown): Stage | null {
  const verb = command.toUpperCase();
  if (verb.startsWith('CONN')) return 'connect';
  if (/^(?:EHLO|HELO|LHLO|STARTTLS)/.test(verb)) return 'ehlo';
  if (verb.startsWith('AUTH')) return 'auth';
  if (verb.startsWith('MAIL')) return 'mail';
  if (verb.startsWith('RCPT')) return 'rcpt';
  if (verb.startsWith('DATA')) return code === 'EMESSAGE' ? 'end-of-data' : 'data';
  return null;
}

function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.slice(0, MAX_TEXT).toWellFormed().replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}
