import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { firstParagraph, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** ezmlm and ezmlm-idx: posts that moderators refused or let expire. What qmail refuses for it is qmail's bounce. */
export const ezmlm: NdrDialect = { dialect: 'ezmlm', signs: ['this is the ezmlm program'], recognises, read };

const refusals = [
  'was not accepted by the moderator',
  'your message (enclosed) was not accepted',
  'the moderator(s) did not act on it',
];

function recognises(letter: Letter): boolean {
  return (
    /This is the ezmlm program/.test(letter.text.slice(0, 1_024)) &&
    refusals.some((words) => letter.text.includes(words))
  );
}

/** `Hi! This is the ezmlm program. I'm managing the list@example.org mailing list.` */
function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const at = lines.findIndex((line) => /I'm sorry|I am sorry/.test(line));
  return [
    {
      recipient: addressesIn(letter.text.slice(0, 1_024), 1)[0] ?? null,
      diagnostic: joinReply(firstParagraph(at < 0 ? lines : lines.slice(at))),
    },
  ];
}
