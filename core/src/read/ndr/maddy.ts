import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { type BlockHead, blocksOf, firstParagraph, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** maddy (internal/dsn). */
export const maddy: NdrDialect = {
  dialect: 'maddy',
  signs: ['this is the mail delivery system at '],
  recognises,
  read,
};

/** Folded at will. */
const usualCause = /The\s+usual\s+cause\s+of\s+this\s+problem\s+is\s+invalid\s+recipient\s+address/;

function recognises(letter: Letter): boolean {
  return letter.text.includes('This is the mail delivery system at ') && usualCause.test(letter.text);
}

function read(letter: Letter): Failure[] {
  return blocksOf(linesOf(letter.text), headOf).map(({ recipient, lines }) => ({
    recipient,
    diagnostic: joinReply(firstParagraph(lines)),
  }));
}

/** `Delivery to a@example.net failed with error: …` */
function headOf(line: string): BlockHead | null {
  const found = /^Delivery to <?([^\s<>]{3,512}?)>? failed with error: (.*)$/.exec(line);
  const recipient = cleanAddress(found?.[1] ?? '');
  return found === null || recipient === null ? null : { recipient, rest: found[2] ?? '' };
}
