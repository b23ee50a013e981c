import type { Letter } from '../letter.ts';
import { blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { angleHead } from './heads.ts';

/** Sisimai's X4: a child of qmail with other opening words, whose provider is not known. */
export const x4: NdrDialect = { dialect: 'x4', signs: ['address(es)'], recognises, read };

/** Folded at will. */
const opening =
  /Your\s+mail\s+message\s+to\s+the\s+following\s+address\(es\)\s+could\s+not\s+be\s+delivered\.\s+This\s+is\s+a\s+permanent\s+error\./;

function recognises(letter: Letter): boolean {
  return opening.test(letter.text);
}

function read(letter: Letter): Failure[] {
  const blocks = blocksOf(
    linesOf(letter.text),
    (line) => (/^<[^<>]+>:/.test(line) ? angleHead(line) : null),
    (line) => line.startsWith('---'),
  );
  return blocks.map(({ recipient, lines }) => ({ recipient, diagnostic: joinReply(lines) }));
}
