import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { type Block, type BlockHead, blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Zoho Mail. It opens with Exim's words and goes on in its own. */
export const zoho: NdrDialect = {
  dialect: 'zoho',
  signs: ['zoho mail', '@zoho.', '.zoho.', 'zohomail.', 'zohocorp.'],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  const isTheirs =
    letter.headers.get('x-mailer') === 'Zoho Mail' ||
    /@(?:[\w-]+\.)*zoho(?:mail|corp)?\.[a-z.]{2,6}\b/.test(letter.from);
  return isTheirs && (/ERROR[_ ]CODE ?:/.test(letter.text) || letter.from.includes('mailer-daemon'));
}

function read(letter: Letter): Failure[] {
  return blocksOf(linesOf(letter.text), headOf, (line) => /^(?:Received:|-{3,})/.test(line)).map(failureOf);
}

/** `a@example.net Invalid Address, ERROR_CODE :550, ERROR_CODE :mailbox unavailable`, `a@example.net, ERROR CODE :550 - …` */
function headOf(line: string): BlockHead | null {
  const found = /^\s*<?([^\s<>,;:()]{1,128}@[^\s<>,;:()]{1,255})>?[,:]?\s(.*)$/.exec(line);
  const recipient = cleanAddress(found?.[1] ?? '');
  return found === null || recipient === null || !/ERROR|[45]\d\d/.test(line)
    ? null
    : { recipient, rest: found[2] ?? '' };
}

function failureOf({ recipient, lines }: Block): Failure {
  const words = joinReply(lines);
  const code = /ERROR[_ ]CODE ?: ?([2-5]\d\d)\b/.exec(words ?? '');
  const reply =
    words === null ? null : /^[^:]{0,40}ERROR[_ ]CODE ?: ?[2-5]\d\d(?:,\s*ERROR[_ ]CODE ?:,?|\s+-)\s*(.+)$/.exec(words);
  // The number and the words of one reply stand apart; together again they read as the server said them.
  return {
    recipient,
    diagnostic: reply === null || code === null ? words : `${code[1]} ${reply[1]}`,
    replyCode: code === null ? null : Number(code[1]),
  };
}
