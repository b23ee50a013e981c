import type { Letter } from '../letter.ts';
import { blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { angleHead } from './heads.ts';
import { wholeText } from './report-text.ts';

/** McAfee (once NAI, later Skyhigh) Email Gateway and the WebShield appliances before it. */
export const mcafee: NdrDialect = { dialect: 'mcafee', recognises, read };

const heading = '--- The following addresses had delivery problems ---';

function recognises(letter: Letter): boolean {
  if (letter.headers.has('x-nai-header') && letter.subject === 'delivery status') return true;
  return wholeText(letter).includes(heading);
}

/** `<a@example.net>   (a@example.net... No such user)` */
function read(letter: Letter): Failure[] {
  const text = wholeText(letter);
  const at = text.indexOf(heading);
  if (at < 0) return [];
  return blocksOf(linesOf(text.slice(at + heading.length)), angleHead).map(({ recipient, lines }) => {
    const words = joinReply(lines);
    return { recipient, diagnostic: words?.startsWith('(') && words.endsWith(')') ? words.slice(1, -1) : words };
  });
}
