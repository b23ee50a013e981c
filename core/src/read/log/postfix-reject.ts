import { type Kind, newReading, type Reading } from '../../reading.ts';
import { hostOf } from '../sending-mta.ts';
import { ipOf, replyCodeAt, stageOf } from './refusal.ts';

const AMBIGUOUS = {
  code: 'ambiguous-line',
  message: 'The sender put words into the line that look like its end; the addresses are not taken from it.',
} as const;

/** The words with which smtpd, postscreen and cleanup begin such a line, and whether mail was refused by it. */
const ACTIONS = new Map([
  ['reject', true],
  ['milter-reject', true],
  ['proxy-reject', true],
  ['reject_warning', false],
  ['warn', false],
  ['hold', false],
  ['milter-hold', false],
  ['discard', false],
  ['milter-discard', false],
  ['filter', false],
  ['redirect', false],
]);

/**
 * `reject: RCPT from unknown[192.0.2.7]: 554 5.7.1 <a@example.org>: Relay access denied; from=<x@example.net>
 * to=<a@example.org> proto=ESMTP helo=<h>` from `at` on: the own server refused (or only noted) a mail.
 */
export function readPostfixReject(text: string, at: number): Reading | null {
  const colon = text.indexOf(': ', at);
  const refuses = colon < 0 ? undefined : ACTIONS.get(text.slice(at, colon));
  if (refuses === undefined) return null;
  const step = colon + 2;
  // RCPT from unknown[192.0.2.7]: …   or, of a proxy, END-OF-MESSAGE: …
  const client = text.indexOf(' from ', step);
  const stepEnd = text.indexOf(': ', step);
  const hasClient = client > 0 && client < step + 16;
  const clientEnd = hasClient ? clientStop(text, client) : -1;
  const wordsAt = hasClient ? clientEnd : stepEnd < 0 || stepEnd > step + 24 ? -1 : stepEnd + 2;
  if (wordsAt < 0) return null;
  const tail = tailStart(text, wordsAt);
  const diagnostic = text.slice(wordsAt, tail < 0 ? undefined : tail).trim();
  const replyCode = replyCodeAt(diagnostic, 0);
  const reading = newReading('log', 'postfix', kindOf(refuses, replyCode, diagnostic));
  reading.stage = stageOf(text.slice(step, step + 24));
  reading.replyCode = replyCode;
  reading.diagnostic = diagnostic === '' ? null : diagnostic;
  const status = /^(?:\d{3}[ -])?([245]\.\d{1,3}\.\d{1,3})(?: |$)/.exec(diagnostic.slice(0, 20));
  reading.enhancedStatus = status?.[1] ?? null;
  const ip = hasClient ? clientIp(text, client) : null;
  if (ip !== null) reading.sendingMta = { host: null, ip };
  if (reading.kind === 'bounce') reading.dsnAction = 'failed';
  if (tail < 0) return reading;
  // What helo says comes from a stranger: with a second "; from=<" it could name a recipient of its choice.
  if (text.indexOf('from=<', tail + 8) >= 0 || text.indexOf('to=<', text.indexOf('to=<', tail) + 4) > tail + 4) {
    reading.warnings.push(AMBIGUOUS);
    return reading;
  }
  // Only what follows at once is Postfix's own: to=< inside of helo=<…> is not.
  let next = tail + 2;
  if (text.startsWith('from=<', next)) {
    const close = bracketEnd(text, next + 6);
    if (close < 0) return reading;
    reading.sender = text.slice(next + 6, close);
    next = close + (text.charCodeAt(close + 1) === 44 ? 3 : 2);
  }
  const end = text.startsWith('to=<', next) ? bracketEnd(text, next + 4) : -1;
  if (end > next + 4) reading.recipient = text.slice(next + 4, end);
  const helo = end < 0 || ip === null ? null : heloAfter(text, end);
  if (helo !== null) reading.sendingMta = { host: helo, ip };
  return reading;
}

/** ` from unknown[192.0.2.7]: `: the address of the client. */
function clientIp(text: string, client: number): string | null {
  const open = text.indexOf('[', client);
  const close = open < 0 ? -1 : text.indexOf(']', open);
  return close < 0 ? null : ipOf(text.slice(open + 1, close));
}

/** `> proto=ESMTP helo=<mail.example.net>` behind the recipient: what the client called itself, if that is a name. */
function heloAfter(text: string, end: number): string | null {
  const helo = text.indexOf(' helo=<', end);
  if (helo < 0 || helo > end + 32) return null;
  const close = text.indexOf('>', helo);
  return close < 0 ? null : hostOf(text.slice(helo + 7, close));
}

/** `unknown[2001:db8::7]: `, `[192.0.2.7]:1337: `: where the words begin. */
function clientStop(text: string, client: number): number {
  const close = text.indexOf(']', client);
  const colon = text.indexOf(': ', close < 0 ? client : close);
  return colon < 0 ? -1 : colon + 2;
}

function tailStart(text: string, at: number): number {
  const from = text.indexOf('; from=<', at);
  if (from >= 0) return from;
  const to = text.indexOf('; to=<', at);
  return to >= 0 ? to : text.indexOf('; proto=', at);
}

function kindOf(refuses: boolean, replyCode: number | null, diagnostic: string): Kind {
  if (!refuses) return 'other';
  const first = diagnostic.charCodeAt(0);
  if (replyCode !== null) return replyCode >= 500 ? 'bounce' : replyCode >= 400 ? 'deferral' : 'other';
  // milter-reject: END-OF-MESSAGE from …: 5.7.1 Blocked
  if (diagnostic.charCodeAt(1) === 46) return first === 53 ? 'bounce' : 'deferral';
  // postscreen: too many connections, all server ports busy. Nobody was refused for good.
  return 'deferral';
}

/** Where `<"a>b"@example.org>` ends: a blank or comma follows, or nothing. -1 where it does not end. */
function bracketEnd(text: string, start: number): number {
  for (let close = text.indexOf('>', start); close >= 0; close = text.indexOf('>', close + 1)) {
    const next = text.charCodeAt(close + 1);
    if (next === 32 || next === 44 || Number.isNaN(next)) return close;
  }
  return -1;
}
