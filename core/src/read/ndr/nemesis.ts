import type { Stage } from '../../reading.ts';
import type { Letter } from '../letter.ts';
import { isIpAddress } from '../unwrap-reply.ts';
import { blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure } from './dialect.ts';
import { bareHead } from './heads.ts';

/**
 * The MTA of United Internet (it signs `Nemesis` in Received), which IONOS, GMX, mail.com and WEB.DE
 * share. It borrowed Exim's opening words; what follows is its own:
 *
 *     a@example.net:
 *     SMTP error from remote server for RCPT TO command, host: mx.example.net (192.0.2.1) reason: 550 …
 *
 *     "a@example.net":
 *     SMTP error from remote server after RCPT command:
 *     host: mx.example.net
 *     5.1.1 <a@example.net>... User unknown
 */
export function readNemesis(letter: Letter): Failure[] {
  const blocks = blocksOf(linesOf(letter.text), bareHead, (line) => line.startsWith('---'));
  return blocks.map(({ recipient, lines }) => ({
    recipient,
    ...replyOf(joinReply(lines.filter((line) => line.trim() !== 'Reason:'))),
  }));
}

/** What of {@link isNemesis} shows in `Letter.head`. */
export const nemesisSigns = ['smtp error from remote server ', 'x-ui-out-filterresults:'];

/** Whether a letter has one of the two forms above. */
export function isNemesis(letter: Letter): boolean {
  if (!letter.from.includes('mailer-daemon')) return false;
  return (
    letter.text.includes('SMTP error from remote server ') ||
    (letter.headers.has('x-ui-out-filterresults') && letter.text.includes('The following address'))
  );
}

const wrapping =
  /^SMTP error from remote server (?:after|for) (.{1,40}?) command[:,] host: ([\w.:-]{1,255}?)(?: \(([0-9A-Fa-f.:]{2,45})\))?:? (?:reason: )?(.+)$/i;

function replyOf(words: string | null): Omit<Failure, 'recipient'> {
  const found = wrapping.exec(words ?? '');
  if (found === null) return { diagnostic: words };
  const [, command = '', host = '', ip, reply = ''] = found;
  return {
    diagnostic: reply,
    stage: stageOfCommand(command),
    remoteHost: isIpAddress(host) ? null : host.toLowerCase(),
    remoteIp: ip ?? (isIpAddress(host) ? host : null),
  };
}

/** TEXT is the message itself, behind DATA. */
function stageOfCommand(command: string): Stage | null {
  const word = command.toUpperCase();
  if (word.startsWith('RCPT')) return 'rcpt';
  if (word.startsWith('MAIL')) return 'mail';
  if (word.startsWith('TEXT')) return 'end-of-data';
  if (word.startsWith('DATA')) return 'data';
  if (word.startsWith('EHLO') || word.startsWith('HELO')) return 'ehlo';
  return word.startsWith('CONNECT') || word.startsWith('INITIAL') ? 'connect' : null;
}
