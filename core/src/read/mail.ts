import { parseMail } from '../message/mail.ts';
import { type Kind, newReading, type Reading, type Warning } from '../reading.ts';
import { readAddress } from './address.ts';
import { readFeedback } from './arf/arf.ts';
import { deliveryStatusOf, readDsn } from './dsn/dsn.ts';
import { forwardedBounce } from './forwarded.ts';
import { isAutoReply, isChallenge, readAnswer } from './kind/auto-reply.ts';
import { isBounce, isDelay, isFromReporter, isPastedReport, isSuccess } from './kind/bounce-signs.ts';
import { Letter } from './letter.ts';
import { readDate } from './mail-date.ts';
import { readDisposition } from './mdn/mdn.ts';
import type { Failure, NdrDialect } from './ndr/dialect.ts';
import { dialectOf } from './ndr/index.ts';
import { readProse } from './ndr/prose.ts';
import { readNotification } from './notification-mail.ts';
import { findCodes } from './reply-codes.ts';
import { clientOfReporter } from './sending-mta.ts';
import { stageOf, unwrapReply } from './unwrap-reply.ts';

/** What is known of a mail beside its bytes. */
export interface MailOptions {
  /** Somebody pasted it as a bounce: headers and other signs may be missing. */
  readonly pasted?: boolean;
}

/**
 * Reads a mail: what happened to whom.
 *
 * @param raw byte string of the mail
 * @returns never empty: a mail that is no delivery event gives one reading of kind `other`
 */
export function readMail(raw: string, options: MailOptions = {}): Reading[] {
  const mail = parseMail(raw);
  const letter = new Letter(mail);
  const readings = readLetter(letter, options, 0);
  const first = readings[0];
  if (first !== undefined && readings.length === 1 && isCutOff(first, letter)) {
    first.hint ??= 'unknown.empty';
    first.warnings = [...first.warnings, cutOff];
  }
  if (first !== undefined && mail.warnings.length > 0) first.warnings = [...first.warnings, ...mail.warnings];
  return readings;
}

const cutOff: Warning = {
  code: 'report-cut-off',
  message:
    'This report is cut off: it has its headers, and what the server wrote below them is missing. Paste the whole mail with its text, or hand in the mail as a file.',
};

/** Whether only the head of a report came, as a mail program shows it when asked for the headers. */
function isCutOff({ kind, recipient, diagnostic }: Reading, letter: Letter): boolean {
  return (
    (kind === 'bounce' || kind === 'deferral') &&
    recipient === null &&
    diagnostic === null &&
    letter.headers.size > 0 &&
    letter.text.trim() === ''
  );
}

function readLetter(letter: Letter, options: MailOptions, depth: number): Reading[] {
  const report = readFeedback(letter) ?? readDisposition(letter);
  if (report !== null) return report;
  const status = deliveryStatusOf(letter);
  const notification = status === null ? readNotification(letter) : null;
  if (notification !== null) return notification;
  const dialect = dialectOf(letter);
  if (status !== null) return supplement(readDsn(letter, status), letter, dialect);
  if (dialect !== null) {
    const failures = dialect.read(letter);
    if (failures.length > 0) return readingsOf(failures, letter, dialect);
    return proseOf(letter, dialect);
  }
  if (isAutoReply(letter) && !isBounce(letter))
    return readAnswer(letter, isChallenge(letter) ? 'challenge' : 'auto-reply');
  if (isBounce(letter)) {
    const readings = proseOf(letter, null);
    // A gateway may wrap a report into one of its own that says nothing, and a person forwards one: then the inner one speaks.
    const isOwn = isFromReporter(letter) && readings.some(({ recipient }) => recipient !== null);
    const inner = isOwn || depth >= MAX_FORWARDS ? null : forwardedBounce(letter);
    const told = inner === null ? [] : readLetter(new Letter(parseMail(inner)), options, depth + 1);
    return told.some(({ recipient, kind }) => recipient !== null && kind !== 'other') ? told : readings;
  }
  if (isChallenge(letter)) return readAnswer(letter, 'challenge');
  const forwarded = depth < MAX_FORWARDS ? forwardedBounce(letter) : null;
  if (forwarded !== null) {
    const readings = readLetter(new Letter(parseMail(forwarded)), options, depth + 1);
    if (readings.some(({ kind }) => kind !== 'other')) return readings;
  }
  return options.pasted && isPastedReport(letter) ? proseOf(letter, null) : [noEvent(letter)];
}

/** A bounce forwarded by one who got it forwarded: deeper than this nobody looks. */
const MAX_FORWARDS = 3;

function proseOf(letter: Letter, dialect: NdrDialect | null): Reading[] {
  const failures = readProse(letter.text);
  if (failures.length === 0) failures.push({ recipient: null, diagnostic: null });
  const failed = recipientsOfHeader(letter);
  if (failed.length > 0 && failures.every(({ recipient }) => recipient === null)) {
    return readingsOf(
      failed.map((recipient) => ({ recipient, diagnostic: failures[0]?.diagnostic ?? null })),
      letter,
      dialect,
    );
  }
  const first = failures[0];
  if (first !== undefined && first.recipient === null && !namesReporter(letter.returned?.get('from') ?? '')) {
    failures[0] = {
      ...first,
      recipient: readAddress(letter.returned?.get('x-envelope-to') ?? letter.returned?.get('to') ?? null),
    };
  }
  return readingsOf(failures, letter, dialect);
}

/** Whether what came back is itself a report: its To is who sent the mail, not who failed. */
function namesReporter(from: string): boolean {
  return /mailer-daemon|postmaster/i.test(from);
}

/** Exim and its kin name those who failed in a header too. */
function recipientsOfHeader(letter: Letter): string[] {
  return (letter.headers.get('x-failed-recipients') ?? '')
    .split(',')
    .map((name) => readAddress(name))
    .filter((address) => address !== null);
}

/** One reading for each failure. What the letter says of all of them is worked out once. */
function readingsOf(failures: readonly Failure[], letter: Letter, dialect: NdrDialect | null): Reading[] {
  const kind = failures.some((failure) => failure.kind === undefined) ? kindOf(letter) : 'bounce';
  const timestamp = readDate(letter.headers.get('date'));
  return failures.map((failure) => {
    const reading = readingOf(failure, letter, dialect?.dialect ?? null, failure.kind ?? kind);
    reading.timestamp = timestamp;
    return reading;
  });
}

function readingOf(failure: Failure, letter: Letter, dialect: string | null, kind: Kind): Reading {
  const reading = newReading('ndr', dialect, kind);
  reading.recipient = failure.recipient;
  reading.originalRecipient = failure.originalRecipient ?? null;
  reading.sender = letter.originalSender;
  reading.reportingMta = failure.reportingMta ?? hostOfDaemon(letter);
  reading.remoteHost = failure.remoteHost ?? null;
  reading.remoteIp = failure.remoteIp ?? null;
  reading.stage = failure.stage ?? null;
  reading.replyCode = failure.replyCode ?? null;
  reading.enhancedStatus = failure.enhancedStatus ?? null;
  reading.diagnostic = failure.diagnostic;
  reading.message = letter.original;
  reading.authentication = letter.authentication;
  reading.sendingMta = clientOfReporter(reading, null, letter.returned);
  return reading;
}

/** `MAILER-DAEMON@mx.example.net` names the host that wrote the report. */
function hostOfDaemon({ from }: Letter): string | null {
  return /mailer-daemon@([\w.-]{3,255}\w)/.exec(from)?.[1] ?? null;
}

function kindOf(letter: Letter): Kind {
  if (isDelay(letter)) return 'deferral';
  return isSuccess(letter) ? 'delivery' : 'bounce';
}

/**
 * Fills what a status part leaves out from the prose beside it: many MTAs put the server's words
 * only there, or a bare `5.0.0` into the part that programs read.
 */
function supplement(readings: Reading[], letter: Letter, dialect: NdrDialect | null): Reading[] {
  let failures: Failure[] | null = null;
  for (const reading of readings) {
    reading.dialect = dialect?.dialect ?? null;
    const thin = isThin(reading);
    if (!thin && reading.stage === null) reading.stage = stageOf(reading.diagnostic ?? '');
    if (!thin && !(reading.stage === null && sessionTold(letter))) continue;
    if (failures === null) {
      failures = dialect?.read(letter) ?? [];
      if (failures.length === 0) failures = readProse(letter.text);
    }
    const lower = reading.recipient?.toLowerCase();
    const told =
      failures.find(({ recipient }) => recipient !== null && recipient.toLowerCase() === lower) ??
      (failures.length === 1 && readings.length === 1 ? failures[0] : undefined);
    if (told === undefined) continue;
    reading.recipient ??= told.recipient;
    reading.remoteHost ??= told.remoteHost ?? null;
    reading.remoteIp ??= told.remoteIp ?? null;
    reading.stage ??= told.stage ?? stageOf(told.diagnostic ?? '');
    if (told.diagnostic !== null && reading.remoteIp === null) {
      const { host, ip } = unwrapReply(told.diagnostic);
      reading.remoteHost ??= host;
      if (host === null || host === reading.remoteHost) reading.remoteIp = ip;
    }
    if (told.diagnostic !== null && tellsMore(told.diagnostic, reading.diagnostic)) {
      reading.diagnostic = told.diagnostic;
      reading.replyCode ??= told.replyCode ?? null;
    }
  }
  return readings;
}

/** Whether the prose tells at which step of which session the refusal came. */
function sessionTold({ text }: Letter): boolean {
  return (
    /\(in\s+reply\s/.test(text) ||
    text.includes('>>> ') ||
    text.includes(' after RCPT TO') ||
    text.includes(' after end of data')
  );
}

/** A diagnostic without a reply code, or none at all. */
function isThin(reading: Reading): boolean {
  return reading.diagnostic === null || findCodes(reading.diagnostic).replyCode === null;
}

function tellsMore(told: string, known: string | null): boolean {
  if (known === null || known.length < 4) return true;
  return findCodes(told).replyCode !== null && findCodes(known).replyCode === null;
}

/** A mail that is no delivery event says so. */
function noEvent(letter: Letter): Reading {
  const reading = newReading('unknown', null, 'other');
  reading.timestamp = readDate(letter.headers.get('date'));
  reading.warnings = [{ code: 'no-delivery-event', message: 'This mail reports no delivery, bounce or complaint.' }];
  return reading;
}
