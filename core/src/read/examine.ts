import type { Reading } from '../reading.ts';
import { findCodes } from './reply-codes.ts';
import { unwrapReply } from './unwrap-reply.ts';

/**
 * Takes out of a reading's diagnostic what its reader left there: the reporter's wrapping, remote
 * host, stage, reply code and enhanced status. Fields that the format gave apart stay as they are,
 * save for a vague enhanced status (X.0.0, X.5.0 …), which yields to the server's own precise one.
 */
export function examine(reading: Reading): Reading {
  if (reading.diagnostic === null) return reading;
  const unwrapped = unwrapReply(reading.diagnostic);
  reading.diagnostic = unwrapped.text;
  reading.remoteHost ??= unwrapped.host;
  reading.remoteIp ??= unwrapped.ip;
  reading.stage ??= unwrapped.stage;
  const codes = findCodes(unwrapped.text);
  reading.replyCode ??= codes.replyCode;
  if (codes.enhancedStatus !== null && (reading.enhancedStatus === null || isVague(reading.enhancedStatus, codes.enhancedStatus))) {
    reading.enhancedStatus = codes.enhancedStatus;
  }
  return reading;
}

/** X.0.0 is what a reporting MTA writes when it knows nothing; the server's own code says more. */
function isVague(reported: string, said: string): boolean {
  return /^[245]\.(?:0\.0|\d\.0)$/.test(reported) && !/^[245]\.0\.0$/.test(said);
}
