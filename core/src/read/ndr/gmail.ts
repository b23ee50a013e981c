import { MAX_RECIPIENTS } from '../../message/limits.ts';
import type { Kind, Stage } from '../../reading.ts';
import { addressesIn, readAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { firstParagraph, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Where Google's daemon shows in `Letter.head`. */
export const googleSigns = ['mailer-daemon@googlemail.com', 'mailer-daemon@gmail.com', '@google.com', '@mx.google.com'];

/**
 * Gmail. Until 2016 in English with `Technical details of permanent failure:`; since then a title such as
 * `** Address not found **`, sentences in the sender's language, and the server's words at the end.
 */
export const gmail: NdrDialect = { dialect: 'gmail', signs: googleSigns, recognises, read };

function recognises(letter: Letter): boolean {
  if (!isGoogleDaemon(letter)) return false;
  const { text, headers, mail } = letter;
  return (
    headers.has('x-failed-recipients') ||
    letter.subject.startsWith('delivery status notification') ||
    mail.contentType.reportType === 'delivery-status' ||
    text.includes('Technical details of ') ||
    title.test(text)
  );
}

/** Whether Google's mail service wrote a letter, by its sender's name or, where a gateway changed that, by its message id. */
export function isGoogleDaemon({ from, headers, text }: Letter): boolean {
  if (/mailer-daemon@(?:googlemail|google|gmail)\.com/.test(from)) return true;
  return (
    /\.GMR(?:IR)?@mx\.google\.com>?$/.test(headers.get('message-id') ?? '') ||
    (/@google\.com>?$/.test(headers.get('message-id') ?? '') &&
      /Technical details of (?:permanent|temporary) failure/.test(text))
  );
}

/** `** Message blocked **` */
const title = /^[ \t]*\*\* .{3,80} \*\*[ \t]*$/m;

function read(letter: Letter): Failure[] {
  const { text } = letter;
  const recipients = recipientsOf(letter);
  const told =
    text.includes('Technical details of ') || /^[ \t]*Delivery to the following recipients? /m.test(text)
      ? oldStyle(text)
      : newStyle(text);
  if (recipients.length === 0 && told.diagnostic === null) return [];
  const kind = kindOf(letter);
  return (recipients.length === 0 ? [null] : recipients).map((recipient) => ({
    recipient,
    ...told,
    ...(kind === null ? {} : { kind }),
  }));
}

/** The header names all that failed; of those that are late it is silent. */
function recipientsOf({ headers, text, returned }: Letter): string[] {
  const failed = (headers.get('x-failed-recipients') ?? '')
    .split(',', MAX_RECIPIENTS)
    .map((name) => readAddress(name))
    .filter((address) => address !== null);
  if (failed.length > 0) return [...new Set(failed)];
  const lines = linesOf(text);
  const from = lines.findIndex((line) => /^\s*Delivery to the following recipients? /.test(line));
  const listed = from < 0 ? [] : lines.slice(from + 1).filter((line) => /^\s{2,}\S+@\S+$/.test(line));
  if (listed.length > 0) return addressesIn(listed.join('\n'), MAX_RECIPIENTS);
  const head = lines.slice(0, Math.max(0, responseAt(lines)));
  const named = addressesIn((head.length > 0 ? head : lines).join('\n'), 1);
  return named.length > 0 ? named : addressesIn(returned?.get('to') ?? '', MAX_RECIPIENTS);
}

type Told = Omit<Failure, 'recipient'>;

/** Google's session states that are known to be one step each: `550 550 5.1.1 User unknown (state 14).` */
const states: Readonly<Record<string, Stage>> = { '13': 'mail', '14': 'rcpt', '18': 'end-of-data' };

function oldStyle(text: string): Told {
  const details = /Technical details of (?:permanent|temporary) failure: ?\n?/.exec(text);
  const said = details === null ? text : text.slice(details.index + details[0].length);
  const reply =
    /(?:The error that the other server returned was|The response from the remote server was|The response was): ?\n?/.exec(
      said,
    );
  const words = joinReply(firstParagraph(linesOf(reply === null ? said : said.slice(reply.index + reply[0].length))));
  if (words === null || (details === null && reply === null)) return { diagnostic: null };
  // … by mx.example.net. [192.0.2.1].   and   [(0) example.net. [192.0.2.1]:25: socket error]
  const peer =
    / by ([\w.-]{1,255}?)\.? \[([0-9A-Fa-f.:]{2,45})\]/.exec(said) ??
    /\[(?:\(\d+\) )?([\w.-]{1,255}?)\.? \[?([0-9A-Fa-f.:]{2,45}?)\]?(?::\d{1,5})?: /.exec(words);
  const state = / ?\(state (\d{1,2})\)\.?$/.exec(words);
  const number = state?.[1] ?? '';
  return {
    // Google puts the code before a reply that has it already.
    diagnostic: words.slice(0, state?.index).replace(/^([245]\d\d) (?=\1[ -])/, ''),
    remoteHost: peer?.[1]?.toLowerCase() ?? null,
    remoteIp: peer?.[2] ?? null,
    stage: Object.hasOwn(states, number) ? (states[number] ?? null) : null,
  };
}

function newStyle(text: string): Told {
  const lines = linesOf(text);
  const at = responseAt(lines);
  const words =
    at < 0
      ? ownWords(lines)
      : lines
          .slice(at + 1)
          .filter((line, i, all) => line.trim() !== '' || all.slice(i + 1).some((next) => next.trim() !== ''));
  const end = words.findIndex((line) => /^\s*-{5} /.test(line));
  const diagnostic = joinReply(end < 0 ? words : words.slice(0, end));
  const peer = / \[([\w.-]{1,255}) ([0-9A-Fa-f.:]{2,45}): /.exec(diagnostic ?? '');
  return { diagnostic, remoteHost: peer?.[1]?.toLowerCase() ?? null, remoteIp: peer?.[2] ?? null };
}

/** The line behind which the response stands, `The response was:`, in any language: the last that is alone with its colon. */
function responseAt(lines: readonly string[]): number {
  const known = lines.findIndex((line) => /^\s*The response (?:from the remote server )?was:\s*$/.test(line));
  if (known >= 0) return known;
  // In HTML the title has no stars: then the colon must end the line before a reply.
  const first = lines.findIndex((line) => title.test(line));
  if (first < 0)
    return lines.findIndex((line, i) => /[:：]\s*$/.test(line) && /^\s*[45]\d\d[ -]/.test(nextSaid(lines, i)));
  return lines.findIndex(
    (line, i) => i > first && line.length < 120 && /[:：]\s*$/.test(line) && !/https?:/.test(line),
  );
}

/** The first line behind a place that is not empty. */
function nextSaid(lines: readonly string[], at: number): string {
  return lines.slice(at + 1, at + 4).find((line) => line.trim() !== '') ?? '';
}

/** Without a response the first sentences say all: what is between the title and the first link. */
function ownWords(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => title.test(line));
  return first < 0 ? [] : firstParagraph(lines.slice(first + 1));
}

function kindOf({ subject, text }: Letter): Kind | null {
  const isLate =
    subject.includes('(delay)') ||
    text.includes('has been delayed:') ||
    text.includes('** Delivery incomplete **') ||
    /THIS IS A WARNING MESSAGE ONLY/.test(text);
  return isLate ? 'deferral' : null;
}
