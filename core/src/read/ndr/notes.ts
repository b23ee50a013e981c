import type { Letter } from '../letter.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { bareHead } from './heads.ts';
import { linesBetween } from './labelled-fields.ts';

/** The Lotus SMTP MTA, which Notes had before Domino spoke SMTP itself. */
export const notes: NdrDialect = { dialect: 'notes', signs: ['------- failure reasons '], recognises, read };

const heading = '------- Failure Reasons ';

function recognises(letter: Letter): boolean {
  return letter.text.includes(heading);
}

/** The reason comes first, the address that it is about on the line below it. */
function read(letter: Letter): Failure[] {
  const failures: Failure[] = [];
  let words: string[] = [];
  for (const line of linesBetween(linesOf(letter.text), heading.trim(), (line) => line.startsWith('-------'))) {
    const head = bareHead(line);
    if (head === null) words.push(line);
    else {
      failures.push({
        recipient: head.recipient,
        diagnostic: joinReply(words) ?? failures[failures.length - 1]?.diagnostic ?? null,
      });
      words = [];
    }
  }
  return failures;
}
