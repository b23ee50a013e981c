import type { Letter } from '../letter.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { bareHead } from './heads.ts';
import { linesBetween } from './labelled-fields.ts';

/** BIGLOBE, a Japanese provider (its domains beside biglobe.ne.jp: inacatv, tmtv, ttv). */
export const biglobe: NdrDialect = {
  dialect: 'biglobe',
  signs: ['the following addresses had delivery problems', 'non-delivered information'],
  recognises,
  read,
};

const addresses = '----- The following addresses had delivery problems -----';
const information = '----- Non-delivered information -----';
const isRule = (line: string): boolean => /^\s*-{5} /.test(line);

function recognises(letter: Letter): boolean {
  return letter.text.includes(addresses) && letter.text.includes(information);
}

function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const diagnostic = joinReply(linesBetween(lines, information, isRule));
  return linesBetween(lines, addresses, isRule)
    .map((line) => bareHead(line)?.recipient ?? null)
    .filter((recipient) => recipient !== null)
    .map((recipient) => ({ recipient, diagnostic }));
}
