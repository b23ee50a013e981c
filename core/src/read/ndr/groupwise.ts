import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { type BlockHead, blocksOf, firstParagraph, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** GroupWise by Novell, Micro Focus, OpenText: its internet agent. */
export const groupwise: NdrDialect = {
  dialect: 'groupwise',
  signs: ['was undeliverable to the following:', 'had the following undeliverable recipient'],
  recognises,
  read,
};

const openings = [
  'The message that you sent was undeliverable to the following:',
  'The attached file had the following undeliverable recipient(s):',
];

function recognises(letter: Letter): boolean {
  return openings.some((words) => letter.text.includes(words));
}

function read(letter: Letter): Failure[] {
  const { text } = letter;
  const at = Math.max(...openings.map((words) => text.indexOf(words)));
  const blocks = blocksOf(linesOf(text.slice(Math.max(at, 0))), headOf, (line) =>
    line.startsWith('Possibly truncated original message'),
  );
  return blocks.map(({ recipient, lines }) => {
    const words = joinReply(firstParagraph(lines.filter((line) => !line.includes('Transcript of session follows'))));
    return { recipient, diagnostic: words?.startsWith('(') && words.endsWith(')') ? words.slice(1, -1) : words };
  });
}

/** A tab, the address, the reason in brackets: `	a@example.net (user not found)` */
function headOf(line: string): BlockHead | null {
  const found = /^\s+<?([^\s<>()]{3,512}?)>?(?:\s+(\(.*))?$/.exec(line);
  const recipient = cleanAddress(found?.[1] ?? '');
  return found === null || recipient === null ? null : { recipient, rest: found[2] ?? '' };
}
