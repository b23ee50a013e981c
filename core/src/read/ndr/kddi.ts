import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** au one net (dion.ne.jp, auone-net.jp), KDDI's network for homes. */
export const kddi: NdrDialect = { dialect: 'kddi', signs: ['your mail sent on:'], recognises, read };

const opening = 'Your mail sent on:';
const refusal = 'Could not be delivered to:';

function recognises(letter: Letter): boolean {
  return letter.text.trimStart().startsWith(opening) && letter.text.includes(refusal);
}

/** `Could not be delivered to: <a@example.net>`, and on the line below it why. */
function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const at = lines.findIndex((line) => line.includes(refusal));
  const diagnostic = joinReply(lines.slice(at + 1));
  return addressesIn(lines[at] ?? '', 50).map((recipient) => ({ recipient, diagnostic }));
}
