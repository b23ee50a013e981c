import type { Stage } from '../../reading.ts';
import { isIpAddress, stageOf } from '../unwrap-reply.ts';
import { isCommand, isReplyLine, sessionLine } from './line.ts';

/** Exchanges that are read of one session; nobody types more. */
const MAX_EXCHANGES = 500;

/** What the server answered to one command. */
export interface SessionExchange {
  /** As it was sent; '' for the greeting, `.` for the end of the message. */
  readonly command: string;
  /** The lines of the answer; none where it never came. */
  readonly reply: string[];
}

/** A session as it was copied from a terminal or a log. */
export interface SessionTold {
  readonly exchanges: readonly SessionExchange[];
  /** Whose server it was, as the tool says. */
  readonly host: string | null;
  readonly ip: string | null;
  /** The line by which the tool says that the connection broke; null where it does not. */
  readonly broken: string | null;
}

/** `Connected to mx.example.net.`, `Connected to mx.example.net (192.0.2.9) port 25` */
const connected = /^Connected to \[?([\w.:-]{1,255}?)\]?\.?(?:\s|$)/i;
/** `Trying 192.0.2.9...`, `Trying mx.example.net:25...`, `Connecting to 192.0.2.9` */
const trying = /^(?:Trying|Connecting to) \[?([\w.:-]{1,255}?)\]?(?::\d{1,5})?(?:\.{3}|\s|$)/i;
const brokenLine =
  /(?:connection closed by foreign host|remote host closed connection|connection (?:reset|timed out))/i;

/** Takes a session apart: commands and what was answered to each. The text of the message is left out. */
export function readExchanges(lines: readonly string[]): SessionTold {
  const exchanges: SessionExchange[] = [];
  const peer: { host: string | null; ip: string | null } = { host: null, ip: null };
  let broken: string | null = null;
  let message: Message | null = null;
  for (const line of lines) {
    if (exchanges.length > MAX_EXCHANGES) break;
    const { speaker, text } = sessionLine(line);
    const isReply = speaker !== 'client' && isReplyLine(text);
    if (message !== null) {
      const isServer = isReply && (speaker === 'server' || message.lines === 0);
      if (text === '.' || isServer) {
        exchanges.push({ command: '.', reply: isServer ? [text] : [] });
        message = null;
      } else {
        message.lines++;
        if (isReply) message.lastReply = text;
      }
    } else if (isReply) {
      // Commands may be sent together (RFC 2920): the first that waits gets the answer.
      const waiting = exchanges.find((one) => !isAnswered(one));
      if (waiting === undefined) exchanges.push({ command: '', reply: [text] });
      else waiting.reply.push(text);
      if (text.startsWith('354')) message = { lines: 0, lastReply: null };
    } else if (speaker !== 'server' && speaker !== 'tool' && isCommand(text)) {
      exchanges.push({ command: text, reply: [] });
    } else {
      readPeer(text, peer);
      if (brokenLine.test(text)) broken = text;
    }
  }
  // Where the copy lost the dot, the last line that looks like an answer is the answer.
  if (message?.lastReply != null) exchanges.push({ command: '.', reply: [message.lastReply] });
  return { exchanges, ...peer, broken };
}

/** A message that is being sent: its lines so far, and the last that looks like a reply. */
interface Message {
  lines: number;
  lastReply: string | null;
}

function readPeer(text: string, peer: { host: string | null; ip: string | null }): void {
  const name = connected.exec(text)?.[1] ?? trying.exec(text)?.[1];
  if (name === undefined) return;
  if (isIpAddress(name)) peer.ip = name;
  else if (name.includes('.')) peer.host = name.toLowerCase();
}

/** Whether the last line of an answer came: code and space, not code and hyphen; `334` only asks for more (RFC 4954). */
function isAnswered({ reply }: SessionExchange): boolean {
  const last = reply[reply.length - 1];
  return last !== undefined && !/^(?:\d{3}-|334)/.test(last);
}

/** The step of the session that a command is. */
export function stageOfCommand(command: string): Stage | null {
  if (command === '') return 'connect';
  if (command === '.' || /^bdat/i.test(command)) return 'end-of-data';
  if (/^(?:helo|lhlo|starttls)/i.test(command)) return 'ehlo';
  return stageOf(`after ${command.replace(/\s*:/, ':').replace(/\s+/g, ' ')}`);
}
