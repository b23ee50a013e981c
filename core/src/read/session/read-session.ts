import { newReading, type Reading } from '../../reading.ts';
import { cleanAddress } from '../address.ts';
import { dropContinuations } from '../ndr/blocks.ts';
import { isIpAddress } from '../unwrap-reply.ts';
import { readExchanges, type SessionExchange, type SessionTold, stageOfCommand } from './exchanges.ts';
import { isCommand, isReplyLine, sessionLine } from './line.ts';

/** Lines that are looked at to see whether a text is a session. */
const MAX_LOOKED_AT = 400;

const transaction = /^(?:MAIL\s+FROM|RCPT\s+TO)\s*:/i;
const opening = /^(?:EHLO|HELO|LHLO)\s/i;

/**
 * Whether lines are an SMTP session that somebody copied whole (by telnet, swaks, openssl s_client or from a log):
 * the server's greeting and commands, or, where a tool hid the beginning, sender and recipient with answers.
 */
export function isSession(lines: readonly string[]): boolean {
  let greeted = false;
  let replies = 0;
  let opened = false;
  // A server that refuses at once says so before any command.
  let turnedAway = false;
  const named = new Set<string>();
  for (const line of lines.slice(0, MAX_LOOKED_AT)) {
    // The head of a mail above makes it a report that quotes a session.
    if (replies === 0 && /^(?:From|Subject|Received|Reporting-MTA|Final-Recipient):/i.test(line)) return false;
    const { speaker, text } = sessionLine(line);
    if (speaker !== 'client' && isReplyLine(text)) {
      if (replies++ === 0 && named.size === 0) turnedAway = /^[45]/.test(text);
      greeted ||= /^220[ -]/.test(text);
    } else if (speaker !== 'server' && isCommand(text)) {
      opened ||= opening.test(text) || (turnedAway && /^quit$/i.test(text));
      if (transaction.test(text)) named.add(text.slice(0, 4).toUpperCase());
    }
  }
  return replies > 0 && (((greeted || turnedAway) && (opened || named.size > 0)) || (replies > 1 && named.size === 2));
}

/** A refusal with the command that it answers. */
interface Refusal {
  readonly reply: string;
  readonly command: string;
}

/** What became of one recipient. */
interface Outcome {
  readonly recipient: string;
  refusal: Refusal | null;
}

/**
 * Reads such a session: one reading for each recipient that was refused, by its own command or by what was refused
 * for the whole message. A refusal that only follows from another one (`503 need RCPT`) counts for nothing.
 *
 * @returns never empty: a session in which nothing was refused gives its delivery, or says that nothing was sent
 */
export function readSession(lines: readonly string[]): Reading[] {
  const told = readExchanges(lines);
  const outcomes: Outcome[] = [];
  let sender: string | null = null;
  let barrier: Refusal | null = null;
  let accepted: string | null = null;
  for (const exchange of told.exchanges) {
    const { command } = exchange;
    const reply = replyOf(exchange);
    if (/^rset$/i.test(command)) continue;
    const from = /^MAIL\s+FROM\s*:\s*<?([^<>\s]*)/i.exec(command)?.[1];
    if (from !== undefined) sender = cleanAddress(from);
    const to = /^RCPT\s+TO\s*:\s*<?([^<>\s]+)/i.exec(command)?.[1];
    const recipient = to === undefined ? null : cleanAddress(to);
    const outcome = recipient === null ? null : outcomeOf(outcomes, recipient);
    if (reply === null) continue;
    const refused = /^[45]/.test(reply);
    if (!refused) {
      if (outcome !== null) outcome.refusal = null;
      if (!/^(?:quit|noop|vrfy)/i.test(command)) barrier = null;
      if (stageOfCommand(command) === 'end-of-data') accepted = reply;
      continue;
    }
    const refusal = { reply, command };
    if (/^(?:quit|noop|vrfy)/i.test(command)) continue;
    if (outcome !== null) {
      // `503 need MAIL` behind a refused sender, `451 4.3.0` for everybody behind a refused greeting
      outcome.refusal = barrier !== null && isSequel(reply) ? barrier : refusal;
    } else if (isSequel(reply) && (barrier !== null || outcomes.some((one) => one.refusal !== null))) continue;
    else if (/^(?:data|bdat|\.)/i.test(command)) {
      for (const one of outcomes) one.refusal ??= refusal;
      if (outcomes.length === 0) barrier = refusal;
    } else barrier = refusal;
  }
  const failed = outcomes.filter((one): one is Outcome & { refusal: Refusal } => one.refusal !== null);
  const base = { told, sender };
  if (failed.length > 0) return failed.map(({ recipient, refusal }) => readingOf(base, recipient, refusal));
  const only = outcomes.length === 1 ? (outcomes[0]?.recipient ?? null) : null;
  if (barrier !== null) return [readingOf(base, only, barrier)];
  const last = told.exchanges[told.exchanges.length - 1];
  if (told.broken !== null && last !== undefined && last.reply.length === 0 && !/^quit$/i.test(last.command))
    return (outcomes.length === 0 ? [null] : outcomes).map((one) => ({
      ...readingOf(base, one?.recipient ?? null, { reply: told.broken ?? '', command: last.command }),
      kind: 'deferral',
    }));
  if (accepted !== null && outcomes.length > 0)
    return outcomes.map(({ recipient }) => ({
      ...readingOf(base, recipient, { reply: accepted ?? '', command: '.' }),
      kind: 'delivery',
    }));
  return [nothingRefused(base, only)];
}

/** `503 5.5.1 need RCPT`, `554 5.5.1 no valid recipients`: said only because another command was refused before. */
function isSequel(reply: string): boolean {
  return /^503\b/.test(reply) || /^55[0-9] (?:5\.5\.[01] )?(?:error: )?no valid recipients/i.test(reply);
}

function outcomeOf(outcomes: Outcome[], recipient: string): Outcome {
  let outcome = outcomes.find((one) => one.recipient === recipient);
  if (outcome === undefined) {
    outcome = { recipient, refusal: null };
    outcomes.push(outcome);
  }
  return outcome;
}

function replyOf({ reply }: SessionExchange): string | null {
  const lines = reply.filter((line) => !line.startsWith('334'));
  return lines.length === 0 ? null : dropContinuations(lines.join(' ')).replace(/\s+/g, ' ');
}

interface Base {
  readonly told: SessionTold;
  readonly sender: string | null;
}

function readingOf({ told, sender }: Base, recipient: string | null, { reply, command }: Refusal): Reading {
  const reading = newReading('reply', null, reply.startsWith('4') ? 'deferral' : 'bounce');
  reading.recipient = recipient;
  reading.sender = sender;
  reading.diagnostic = reply;
  reading.stage = stageOfCommand(command);
  reading.remoteHost = greetingHost(told) ?? told.host;
  reading.remoteIp = told.ip;
  const name =
    told.exchanges.map((one) => /^(?:EHLO|HELO|LHLO)\s+(\S+)$/i.exec(one.command)?.[1]).find(Boolean) ?? null;
  if (name?.includes('.') && !isIpAddress(name.replace(/^\[|\]$/g, '')))
    reading.sendingMta = { host: name.toLowerCase(), ip: null };
  return reading;
}

/** `220 mx.example.net ESMTP`: the name by which the server greets (RFC 5321 section 4.2). */
function greetingHost({ exchanges }: SessionTold): string | null {
  const greeting = exchanges.find((one) => one.command === '' && one.reply[0]?.startsWith('220'));
  const name = /^220[ -]([\w-]{1,63}(?:\.[\w-]{1,63}){1,10})(?:\s|$)/.exec(greeting?.reply[0] ?? '')?.[1];
  return name === undefined || isIpAddress(name) ? null : name.toLowerCase();
}

function nothingRefused(base: Base, recipient: string | null): Reading {
  const reading = readingOf(base, recipient, { reply: '', command: '' });
  reading.format = 'unknown';
  reading.kind = 'other';
  reading.diagnostic = null;
  reading.stage = null;
  reading.warnings = [
    {
      code: 'session-without-refusal',
      message:
        'The server refused nothing in this session, and no message was handed over to it. If the refusal came later, paste the session up to that line.',
    },
  ];
  return reading;
}
