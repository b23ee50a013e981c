import { cleanAddress } from '../address.ts';
import { stageOf } from '../unwrap-reply.ts';
import { joinReply } from './blocks.ts';
import type { Failure } from './dialect.ts';

/** Exchanges that are read of one session: a message for more recipients goes in several. */
const MAX_EXCHANGES = 500;

/** What a server answered to one command, and to whom. */
export interface Exchange {
  readonly host: string | null;
  readonly ip: string | null;
  /** The command as it was sent, without `>>> `; '' where the server spoke first. */
  readonly command: string;
  /** The server's lines without `<<< `. */
  readonly lines: string[];
  /** The reporting MTA's own lines that follow. */
  readonly notes: string[];
}

/** `... while talking to mx.example.net.:` and, before Sendmail 8, `While talking to mx.example.net:` */
const talking = /^(?:\.{3} )?while talking to \[?([\w.:-]{1,255}?)\]?\.?:\s*$/i;
/** Courier's `    mx.example.net [192.0.2.1]:` */
const hostLine = /^\s+([\w.-]{1,255}) \[([0-9A-Fa-f.:]{2,45})\]:\s*$/;

/** Reads the transcript of an SMTP session as Sendmail, Courier and others print it. */
export function readTranscript(lines: readonly string[]): Exchange[] {
  const exchanges: Exchange[] = [];
  let host: string | null = null;
  let ip: string | null = null;
  let current: Exchange | null = null;
  const begin = (command: string): Exchange => {
    const exchange = { host, ip, command, lines: [], notes: [] };
    exchanges.push(exchange);
    return exchange;
  };
  for (const line of lines) {
    if (exchanges.length > MAX_EXCHANGES) break;
    const talk = talking.exec(line);
    const named = talk === null ? hostLine.exec(line) : null;
    if (talk !== null || named !== null) {
      host = (talk ?? named)?.[1]?.toLowerCase() ?? null;
      ip = named?.[2] ?? null;
      current = null;
    } else if (/^\s*>>> /.test(line)) current = begin(line.trim().slice(4));
    else if (/^\s*<<< ?/.test(line)) {
      // A new answer without a command between begins where the server said another thing before.
      if (current === null || current.notes.length > 0 || isComplete(current.lines))
        current = begin(isComplete(current?.lines ?? []) ? '' : (current?.command ?? ''));
      current.lines.push(line.trim().slice(3).trim());
    } else if (line.trim() !== '') {
      current ??= begin('');
      current.notes.push(line);
    }
  }
  return exchanges;
}

/** Whether the last line of a reply came: code and space, not code and hyphen. */
function isComplete(lines: readonly string[]): boolean {
  const last = lines[lines.length - 1];
  return last !== undefined && !/^\d{3}-/.test(last);
}

/** The refusal in an exchange, as a failure of `recipient`; null where the server did not refuse. */
export function refusalOf(exchange: Exchange, recipient: string | null): Failure | null {
  const diagnostic = joinReply(exchange.lines);
  if (diagnostic === null || !/^[45]/.test(diagnostic)) return null;
  return {
    recipient,
    diagnostic,
    remoteHost: exchange.host,
    remoteIp: exchange.ip,
    stage: exchange.command === '' ? null : stageOf(`after ${exchange.command}`),
  };
}

/** `RCPT To:<a@example.net>` → the address */
export function recipientOf(exchange: Exchange): string | null {
  const found = /^RCPT TO: ?<?([^<>\s]{1,512})>?/i.exec(exchange.command);
  return found === null ? null : cleanAddress(found[1] ?? '');
}
