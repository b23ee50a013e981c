import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { stageOf } from '../unwrap-reply.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { linesBetween } from './labelled-fields.ts';

/** m-FILTER by Digital Arts, a mail filter of Japanese companies; also resold without its name. */
export const mfilter: NdrDialect = {
  dialect: 'mfilter',
  signs: ['-------server message', '-------smtp command'],
  recognises,
  read,
};

const reply = '-------server message';
const command = '-------SMTP command';
const isRule = (line: string): boolean => line.startsWith('-------');

function recognises(letter: Letter): boolean {
  return letter.text.includes(reply) && letter.text.includes(command);
}

function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const above = lines.slice(
    0,
    lines.findIndex((line) => line.startsWith(reply)),
  );
  const diagnostic = joinReply(linesBetween(lines, reply, isRule));
  const sent = joinReply(linesBetween(lines, command, isRule));
  const stage = sent === null ? null : stageOf(`after ${sent}`);
  return addressesIn(above.join('\n'), 500).map((recipient) => ({ recipient, diagnostic, stage }));
}
