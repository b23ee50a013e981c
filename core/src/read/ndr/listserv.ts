import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { firstParagraph, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** LISTSERV by L-Soft: posts that it refuses. */
export const listserv: NdrDialect = { dialect: 'listserv', signs: ['l-soft list server at'], recognises, read };

function recognises(letter: Letter): boolean {
  return letter.from.includes('l-soft list server at') && letter.subject.startsWith('rejected posting to ');
}

/** The list stands in the subject: `Rejected posting to LIST@EXAMPLE.ORG` */
function read(letter: Letter): Failure[] {
  const list = addressesIn(letter.headers.text('subject') ?? '', 1)[0] ?? null;
  return [{ recipient: list, diagnostic: joinReply(firstParagraph(linesOf(letter.text))) }];
}
