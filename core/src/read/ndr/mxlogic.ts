import type { Letter } from '../letter.ts';
import { blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { angleHead } from './heads.ts';

/** MX Logic, later McAfee SaaS Email Protection. Its MTA grew out of Exim's words. */
export const mxlogic: NdrDialect = {
  dialect: 'mxlogic',
  signs: ['x-mxl-notehash:', '\n<mxl~', 'mxlogic.net'],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  const { headers, from } = letter;
  const isTheirs =
    headers.has('x-mxl-notehash') ||
    headers.get('message-id')?.startsWith('\n<mxl~') === true ||
    /@(?:[\w-]+\.)*mxlogic\.net\b/.test(from);
  return isTheirs && letter.text.includes('could not be delivered to one or more');
}

/** `  <a@example.net>: 550 5.1.1 User unknown` */
function read(letter: Letter): Failure[] {
  return blocksOf(linesOf(letter.text), headOf, (line) => line.startsWith('Included is a copy of the message')).map(
    ({ recipient, lines }) => ({
      recipient,
      diagnostic: joinReply(lines),
    }),
  );
}

/** The colon tells the head from an address of the folded reply. */
function headOf(line: string): ReturnType<typeof angleHead> {
  return /^\s+<[^<>\s]{3,512}>:/.test(line) ? angleHead(line) : null;
}
