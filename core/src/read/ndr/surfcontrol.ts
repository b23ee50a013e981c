import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { type BlockHead, blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** SurfControl, later Websense E-mail Filter. */
export const surfcontrol: NdrDialect = {
  dialect: 'surfcontrol',
  signs: ['surfcontrol e-mail filter', 'a transcript of the attempts to send the message follows'],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  if (
    letter.headers.get('x-mailer') === 'SurfControl E-mail Filter' &&
    letter.mail.contentType.reportType === 'delivery-status'
  )
    return true;
  return (
    letter.text.includes('A transcript of the attempts to send the message follows.') &&
    letter.text.includes('Your message could not be sent.')
  );
}

function read(letter: Letter): Failure[] {
  return blocksOf(linesOf(letter.text), headOf, (line) => line.startsWith('---')).map(({ recipient, lines }) => {
    const words = joinReply(lines);
    const found = /^\[([0-9A-Fa-f.:]{2,45})\], (.+)$/.exec(words ?? '');
    return { recipient, diagnostic: found?.[2] ?? words, remoteIp: found?.[1] ?? null };
  });
}

/** `a@example.net: [192.0.2.1], 550 …` */
function headOf(line: string): BlockHead | null {
  const found = /^([^\s<>:]{3,512}): (.*)$/.exec(line);
  const recipient = cleanAddress(found?.[1] ?? '');
  return found === null || recipient === null ? null : { recipient, rest: found[2] ?? '' };
}
