import type { Letter } from '../letter.ts';
import { blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { angleHead } from './heads.ts';

/** Sisimai's X4: a child of qmail with other opening words, whose provider is not known. */
export const x4: NdrDialect = { dialect: 'x4', signs: ['address(es)'], recognises, read };

function recognises(letter: Letter): boolean {
  return letter.text
    .replace(/\s+/g, ' ')
    .includes('Your mail message to the following address(es) could not be delivered. This is a permanent error.');
}

function read(letter: Letter): Failure[] {
  const blocks = blocksOf(
    linesOf(letter.text),
    (line) => (/^<[^<>]+>:/.test(line) ? angleHead(line) : null),
    (line) => line.startsWith('---'),
  );
  return blocks.map(({ recipient, lines }) => ({ recipient, diagnostic: joinReply(lines) }));
}
