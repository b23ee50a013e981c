import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { type BlockHead, blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Smail 3 (src/notify.c), which Debian had before Exim; boxes drawn with `|----`. */
export const smail: NdrDialect = {
  dialect: 'smail',
  signs: ['failed addresses follow:', 'message log follows:'],
  recognises,
  read,
};

const heading = /^\|-{5,}\s*Failed addresses follow:\s*-{5,}\|/;

function recognises(letter: Letter): boolean {
  return /^\|-{5,}\s*(?:Failed addresses follow|Message log follows):/m.test(letter.text.slice(0, 16_384));
}

function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const from = lines.findIndex((line) => heading.test(line));
  return from < 0
    ? []
    : blocksOf(lines.slice(from + 1), headOf, (line) => line.startsWith('|---')).map(({ recipient, lines: words }) => ({
        recipient,
        diagnostic: joinReply(words),
      }));
}

/** ` <a@example.net> ... unknown user` */
function headOf(line: string): BlockHead | null {
  const found = /^\s*<?([^\s<>]{3,512}?)>? \.\.\. (.*)$/.exec(line);
  const recipient = cleanAddress(found?.[1] ?? '');
  return found === null || recipient === null ? null : { recipient, rest: found[2] ?? '' };
}
