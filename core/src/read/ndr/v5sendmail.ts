import { MAX_RECIPIENTS } from '../../message/limits.ts';
import { addressesIn, cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { type Exchange, readTranscript, recipientOf, refusalOf } from './transcript.ts';

/**
 * Sendmail before 8 (5.x, IDA, SunOS, Ultrix): only a transcript, with a numbered line for each failure,
 *
 *     550 example.net (smtp)... 550 Host unknown
 *     554 <a@example.net>... 550 Host unknown (Authoritative answer from name server)
 */
export const v5sendmail: NdrDialect = {
  dialect: 'v5sendmail',
  signs: ['transcript of session follows'],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  const { text } = letter;
  return (
    text.includes('----- Transcript of session follows -----') &&
    !text.includes('----- The following addresses ha') &&
    !text.includes('The original message was received at ') &&
    (letter.subject.includes('returned mail') ||
      letter.from.includes('mail delivery subsystem') ||
      letter.from.includes('mailer-daemon'))
  );
}

function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const at = lines.findIndex((line) => line.includes('----- Transcript of session follows -----'));
  const failures = new Map<string, Failure>();
  const exchanges = readTranscript(lines.slice(at + 1).filter((line) => !/^\s*-{3,}/.test(line)));
  for (const exchange of exchanges) {
    for (const line of exchange.notes) {
      const failure = failureOf(line, exchange);
      if (failure === null || failures.size >= MAX_RECIPIENTS) continue;
      const { recipient } = failure;
      if (recipient !== null && !failures.has(recipient)) failures.set(recipient, failure);
    }
  }
  if (failures.size > 0) return [...failures.values()];
  return wholeFailure(letter, exchanges);
}

/** `554 <a@example.net>... Remote protocol error`: what the server said before it, if it spoke of this. */
function failureOf(line: string, exchange: Exchange): Failure | null {
  const found = /^([45]\d\d) <?([^<>\s]{1,512})>?\.\.\. ?(.*)$/.exec(line);
  if (found === null) return null;
  const recipient = cleanAddress(found[2] ?? '');
  if (recipient === null) return null;
  const isFirst = exchange.notes.find((note) => /^[45]\d\d /.test(note)) === line;
  const answered = recipientOf(exchange);
  const refused =
    isFirst && (answered === null || answered.toLowerCase() === recipient.toLowerCase())
      ? refusalOf(exchange, recipient)
      : null;
  return refused ?? { recipient, diagnostic: wordsOf(found[1] ?? '', found[3] ?? '') };
}

/** `550 Host unknown (…)` has its own code; other words get that of their line. */
function wordsOf(code: string, text: string): string | null {
  return joinReply([/^[245]\d\d /.test(text) ? text : `${code} ${text}`]);
}

/** `421 example.net (smtp)... Deferred: Connection timed out`: no address in it, those of the message are meant. */
function wholeFailure(letter: Letter, exchanges: readonly Exchange[]): Failure[] {
  const notes = exchanges.flatMap((exchange) => exchange.notes).filter((line) => /^[45]\d\d /.test(line));
  const refused = exchanges
    .map((exchange) => refusalOf(exchange, recipientOf(exchange)))
    .find((failure) => failure !== null);
  const diagnostic = refused?.diagnostic ?? joinReply(notes.slice(0, 1));
  if (diagnostic === null) return [];
  const recipients =
    refused?.recipient == null ? addressesIn(letter.returned?.get('to') ?? '', MAX_RECIPIENTS) : [refused.recipient];
  if (recipients.length === 0) return [{ ...refused, recipient: null, diagnostic }];
  return recipients.map((recipient) => ({ ...refused, recipient, diagnostic }));
}
