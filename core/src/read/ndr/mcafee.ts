import type { Letter } from '../letter.ts';
import { blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { angleHead } from './heads.ts';

/** McAfee (once NAI, later Skyhigh) Email Gateway and the WebShield appliances before it. */
export const mcafee: NdrDialect = {
  dialect: 'mcafee',
  signs: ['x-nai-header:', '--- the following addresses had delivery problems ---'],
  recognises,
  read,
};

/** Three hyphens: old Sendmail has the same words between five. */
const heading = /^[ \t]*--- The following addresses had delivery problems ---$/m;

function recognises(letter: Letter): boolean {
  if (letter.headers.has('x-nai-header') && letter.subject === 'delivery status') return true;
  return heading.test(letter.wholeText.slice(0, 4_096));
}

/** `<a@example.net>   (a@example.net... No such user)` */
function read(letter: Letter): Failure[] {
  const text = letter.wholeText;
  const found = heading.exec(text);
  if (found === null) return [];
  return blocksOf(linesOf(text.slice(found.index + found[0].length)), angleHead).map(({ recipient, lines }) => {
    const words = joinReply(lines);
    return { recipient, diagnostic: words?.startsWith('(') && words.endsWith(')') ? words.slice(1, -1) : words };
  });
}
