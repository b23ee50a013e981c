import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** MailFoundry, a spam filter appliance. */
export const mailfoundry: NdrDialect = {
  dialect: 'mailfoundry',
  signs: ['unable to deliver message to:', 'delivery failed for the following reason:'],
  recognises,
  read,
};

const refusal = 'Unable to deliver message to:';
const reason = 'Delivery failed for the following reason:';

function recognises(letter: Letter): boolean {
  return letter.text.includes(refusal) && letter.text.includes(reason);
}

/** `Unable to deliver message to: <a@example.net>`, the words below it up to a blank line. */
function read(letter: Letter): Failure[] {
  const head = (line: string): { recipient: string | null; rest: string } | null =>
    line.startsWith(refusal) ? { recipient: addressesIn(line, 1)[0] ?? null, rest: '' } : null;
  return blocksOf(linesOf(letter.text), head).map(({ recipient, lines }) => {
    const words = lines.slice(lines.indexOf(reason) + 1);
    const length = words.indexOf('');
    return { recipient, diagnostic: joinReply(length < 0 ? words : words.slice(0, length)) };
  });
}
