import type { Letter } from '../letter.ts';
import { blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { angleHead } from './heads.ts';

/** Sisimai's X2: the MTA that Yahoo and its partners ran before 2012, at domains that are not Yahoo's. */
export const x2: NdrDialect = {
  dialect: 'x2',
  signs: ['unable to deliver message to the following address(es).'],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  return (
    letter.text.trimStart().startsWith('Message from ') &&
    letter.text.includes('Unable to deliver message to the following address(es).')
  );
}

function read(letter: Letter): Failure[] {
  const blocks = blocksOf(
    linesOf(letter.text),
    (line) => (line.startsWith('<') ? angleHead(line) : null),
    (line) => line.startsWith('---'),
  );
  return blocks.map(({ recipient, lines }) => ({ recipient, diagnostic: joinReply(lines) }));
}
