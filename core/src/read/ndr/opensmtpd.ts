import type { Kind } from '../../reading.ts';
import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { type BlockHead, blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** OpenSMTPD (usr.sbin/smtpd/bounce.c): `a@example.net: 550 …`, a line for each recipient. */
export const opensmtpd: NdrDialect = {
  dialect: 'opensmtpd',
  signs: ['this is the mailer-daemon, please do not reply to this e'],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  const { text } = letter;
  return (
    text.includes('This is the MAILER-DAEMON, please DO NOT REPLY to this e') &&
    (letter.subject.startsWith('delivery status notification') ||
      text.includes('list of recipients') ||
      text.includes('to these recipients'))
  );
}

function read(letter: Letter): Failure[] {
  const kind = kindOf(letter.text);
  const blocks = blocksOf(linesOf(letter.text), headOf, (line) => line === '' || /^\s{4}\S/.test(line));
  return blocks.map(({ recipient, lines }) => ({
    recipient,
    diagnostic: joinReply(lines),
    ...(kind === null ? {} : { kind }),
  }));
}

function headOf(line: string): BlockHead | null {
  const found = /^<?([^\s<>]{1,512}@[^\s<>:]{1,255})>?(?:: ?(.*))?$/.exec(line);
  const recipient = cleanAddress(found?.[1] ?? '');
  return found === null || recipient === null ? null : { recipient, rest: found[2] ?? '' };
}

function kindOf(text: string): Kind | null {
  if (text.includes('A message is delayed for more than') || text.includes('this is only a temporary failure report'))
    return 'deferral';
  return text.includes('Your message was successfully delivered to') ? 'delivery' : null;
}
