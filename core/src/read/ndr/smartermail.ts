import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { type BlockHead, blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** SmarterMail by SmarterTools. */
export const smartermail: NdrDialect = {
  dialect: 'smartermail',
  signs: ['could not deliver message to the following recipient', 'failed recipient:'],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  return (
    letter.text.includes('Could not deliver message to the following recipient') &&
    letter.text.includes('Failed Recipient:')
  );
}

/** `Failed Recipient: a@example.net`, then `Reason: Remote host said: 550 …` */
function read(letter: Letter): Failure[] {
  return blocksOf(linesOf(letter.text), headOf, (line) => /^\s*-- ?(?:The header|Message)/.test(line)).map(
    ({ recipient, lines }) => {
      const words = joinReply(lines)?.replace(/^Reason: ?/, '') ?? null;
      return { recipient, diagnostic: words };
    },
  );
}

function headOf(line: string): BlockHead | null {
  return /^\s*Failed Recipient:/.test(line) ? { recipient: addressesIn(line, 1)[0] ?? null, rest: '' } : null;
}
