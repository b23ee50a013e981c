import { MAX_RECIPIENTS } from '../../message/limits.ts';
import type { Kind } from '../../reading.ts';
import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { stageOf } from '../unwrap-reply.ts';
import { type BlockHead, blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/**
 * Postfix and what is built on it. Its words stand in bounce(5) and may be replaced by the postmaster,
 * so that queue id and sender in the status part are the surest sign.
 */
export const postfix: NdrDialect = {
  dialect: 'postfix',
  signs: [
    'x-postfix-',
    'postfix smtp server: errors from ',
    'this is the postfix program at host ',
    'mail delivery system',
  ],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  const status = letter.statusHead;
  if (/^x-postfix-(?:queue-id|sender):/m.test(status)) return true;
  // What others built on Postfix keeps its words and puts its own name here.
  if (/^x-[\w-]+-queue-id:/m.test(status)) return false;
  if (letter.subject.startsWith('postfix smtp server: errors from '))
    return letter.text.startsWith('Transcript of session follows.');
  const { text } = letter;
  if (text.includes('This is the Postfix program at host ')) return true;
  const isSystem =
    letter.from.includes('(mail delivery system)') || letter.from.startsWith('mail delivery system <mailer-daemon');
  if (!isSystem) return false;
  if (text.includes('This is the mail system at host ')) return true;
  return (
    /^(?:postmaster copy: )?(?:undelivered mail returned to sender|delayed mail \(still being retried\)|successful mail delivery report)/.test(
      letter.subject,
    ) && isNotification(letter)
  );
}

/** Postfix describes the part with its words as `Notification`. */
function isNotification(letter: Letter): boolean {
  return letter.mail.parts.some((part) => part.headers.get('content-description') === 'Notification');
}

function read(letter: Letter): Failure[] {
  if (letter.text.startsWith('Transcript of session follows.')) return readSession(letter.text);
  const kind = kindOf(letter.text);
  const blocks = blocksOf(linesOf(letter.text), headOf, (line) => /^(?:Reporting-MTA:|--[-\w])/.test(line));
  return blocks.map(({ recipient, lines }) => ({
    recipient,
    diagnostic: joinReply(lines),
    ...(kind === null ? {} : { kind }),
  }));
}

/** `<a@example.net>: host …` and `<a@example.net> (expanded from <b@example.net>): user unknown` */
function headOf(line: string): BlockHead | null {
  // Of all lines few begin so.
  if (line.charCodeAt(0) !== 0x3c && line.charCodeAt(1) !== 0x3c) return null;
  const found =
    /^ ?<([^<>\s]{1,512}|"[^"]{1,128}"@[^<>\s]{1,255})>(?: \(expanded from <?[^<>()]{1,512}>?\))?: ?(.*)$/.exec(line);
  if (found === null) return null;
  const recipient = cleanAddress(found[1] ?? '');
  return recipient === null ? null : { recipient, rest: found[2] ?? '' };
}

function kindOf(text: string): Kind | null {
  if (text.includes('# THIS IS A WARNING ONLY.')) return 'deferral';
  return text.includes('Your message was successfully delivered to the destination(s)') ? 'delivery' : null;
}

/** What Postfix tells the postmaster of a session in which it refused: `notify_classes`, smtpd_chat(3). */
function readSession(text: string): Failure[] {
  const failures: Failure[] = [];
  const accepted: string[] = [];
  let command = '';
  let reply: string[] = [];
  const close = (): void => {
    const diagnostic = joinReply(reply);
    reply = [];
    const recipient = /^RCPT TO: ?<([^<>\s]{1,512})>/i.exec(command)?.[1];
    if (diagnostic === null) return;
    if (!/^[45]/.test(diagnostic)) {
      if (recipient !== undefined && diagnostic.startsWith('2')) accepted.push(recipient);
      return;
    }
    const stage = stageOf(`after ${command === '.' ? 'end of data' : command}`);
    for (const address of recipient === undefined ? accepted : [recipient]) {
      if (failures.length < MAX_RECIPIENTS) failures.push({ recipient: cleanAddress(address), diagnostic, stage });
    }
  };
  for (const line of linesOf(text)) {
    const said = /^ (In|Out): +(.*)$/.exec(line);
    if (said === null) {
      // Long commands are folded.
      if (/^ {5}/.test(line) && reply.length === 0) command += ` ${line.trim()}`;
    } else if (said[1] === 'Out') {
      // Behind DATA come two answers; the second is to the message.
      if (reply.length > 0 && !/^\d{3}-/.test(reply[reply.length - 1] ?? '')) {
        close();
        command = '.';
      }
      reply.push(said[2] ?? '');
    } else {
      close();
      command = said[2] ?? '';
    }
  }
  close();
  return failures;
}
