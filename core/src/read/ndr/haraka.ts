import { addressesIn, cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { firstParagraph, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Haraka (outbound/bounce_message); qmail's tone, words of its own. */
export const haraka: NdrDialect = { dialect: 'haraka', signs: ['this is the haraka mailer program'], recognises, read };

const opening = 'This is the Haraka Mailer program at ';

function recognises(letter: Letter): boolean {
  return letter.text.includes(opening);
}

/** `Intended Recipients: <a@example.net>` and `Failure Reason: …`; before 2.8 `a@example.net: …` */
function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const from = lines.findIndex((line) => line.startsWith('Intended Recipients:'));
  if (from >= 0) {
    const at = lines.findIndex((line) => line.startsWith('Failure Reason:'));
    const diagnostic =
      at < 0 ? null : joinReply(firstParagraph(lines.slice(at)).map((line) => line.replace(/^Failure Reason:\s*/, '')));
    return addressesIn(lines.slice(from, at < from ? from + 1 : at).join('\n'), 500).map((recipient) => ({
      recipient,
      diagnostic,
    }));
  }
  const old = lines.findIndex((line) => /^<?[^\s<>:]{1,256}@[^\s<>:]{1,255}>?: /.test(line));
  const [first = '', ...rest] = old < 0 ? [] : firstParagraph(lines.slice(old));
  const recipient = cleanAddress(first.slice(0, first.indexOf(':')));
  return recipient === null
    ? []
    : [{ recipient, diagnostic: joinReply([first.slice(first.indexOf(':') + 1), ...rest]) }];
}
