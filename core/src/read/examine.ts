import { noSendingMta, type Reading, type SendingMta } from '../reading.ts';
import { findCodes } from './reply-codes.ts';
import { clientInRefusal } from './sending-mta.ts';
import { unwrapReply } from './unwrap-reply.ts';

/**
 * Takes out of a reading's diagnostic what its reader left there: the reporter's wrapping, remote
 * host, stage, reply code and enhanced status. Fields that the format gave apart stay as they are, save for
 * the enhanced status: what the refusing server said beside its reply code outranks what the reporting
 * one made of it (5.1.1 for everything, 4.4.7 for whatever was still deferred when the queue gave up).
 */
export function examine(reading: Reading): Reading {
  // In a text that is no reply a number is no code.
  if (reading.diagnostic === null || (reading.format === 'reply' && reading.kind === 'other')) return reading;
  const unwrapped = unwrapReply(reading.diagnostic);
  reading.diagnostic = unwrapped.text;
  reading.remoteHost ??= unwrapped.host;
  reading.remoteIp ??= unwrapped.ip;
  reading.stage ??= unwrapped.stage;
  const codes = findCodes(unwrapped.text);
  reading.replyCode ??= codes.replyCode;
  const said = codes.enhancedStatus;
  if (said !== null && (reading.enhancedStatus === null || outranks(said, codes.replyCode, reading.enhancedStatus))) {
    reading.enhancedStatus = said;
  }
  const isFailure = reading.kind === 'bounce' || reading.kind === 'deferral';
  if (isFailure) {
    const named = clientInRefusal(unwrapped.text, reading.remoteIp);
    if (named !== noSendingMta) reading.sendingMta = joined(named, reading.sendingMta);
  }
  return reading;
}

/** Who refused knows best who spoke to it; the rest is filled in where it does not contradict. */
function joined(named: SendingMta, known: SendingMta): SendingMta {
  if (known === noSendingMta) return named;
  const agree = named.ip === null || known.ip === null || named.ip === known.ip;
  return { host: named.host ?? (agree ? known.host : null), ip: named.ip ?? known.ip };
}

/** Whether the status in the server's words tells more than the one in the report's field. */
function outranks(said: string, replyCode: number | null, reported: string): boolean {
  if (/^[245]\.0\.0$/.test(said)) return false;
  if (/^[245]\.(?:0\.0|\d\.0)$/.test(reported)) return true;
  return replyCode !== null && said.charCodeAt(0) - 0x30 === Math.trunc(replyCode / 100);
}
