import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { type BlockHead, blocksOf, firstParagraph, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** maddy (internal/dsn). */
export const maddy: NdrDialect = { dialect: 'maddy', signs: ['this is the mail delivery system at '], recognises, read };

function recognises(letter: Letter): boolean {
  return (
    letter.text.includes('This is the mail delivery system at ') &&
    letter.text.replace(/\s+/g, ' ').includes('The usual cause of this problem is invalid recipient address')
  );
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
