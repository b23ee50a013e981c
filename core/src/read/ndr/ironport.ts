import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { type BlockHead, blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** AsyncOS: IronPort, Cisco Secure Email Gateway. Its words may be replaced by a notification template. */
export const ironport: NdrDialect = {
  dialect: 'ironport',
  signs: ['the following message to <', 'the reason for the problem:'],
  recognises,
  read,
};

const head = /^The following message to (<[^<>]{3,512}>(?:, ?<[^<>]{3,512}>)*) was undeliverable/;
const reason = 'The reason for the problem:';

function recognises(letter: Letter): boolean {
  return letter.text.includes('The following message to <') && letter.text.includes(reason);
}

function read(letter: Letter): Failure[] {
  const blocks = blocksOf(linesOf(letter.text), headOf);
  return blocks.flatMap(({ recipient, lines }) => {
    const words = lines.slice(1);
    const from = words.findIndex((line) => line.startsWith(reason));
    const rest = from < 0 ? [] : words.slice(from + 1);
    const length = rest.findIndex((line, i) => i > 0 && line === '');
    const reply = replyOf(joinReply(rest.slice(0, length < 0 ? undefined : length)));
    const named = addressesIn(lines[0] ?? '', 500);
    return named.length === 0 ? [{ recipient, ...reply }] : named.map((address) => ({ recipient: address, ...reply }));
  });
}

/** `The following message to <a@example.net> was undeliverable.` */
function headOf(line: string): BlockHead | null {
  const found = head.exec(line);
  return found === null ? null : { recipient: addressesIn(found[1] ?? '', 1)[0] ?? null, rest: found[1] ?? '' };
}

/** `5.1.0 - Unknown address error 550-'5.1.1 <a@example.net>: User unknown'`: its own class, then what the server said. */
function replyOf(words: string | null): Omit<Failure, 'recipient'> {
  const found =
    /^([245]\.\d{1,3}\.\d{1,3}) - (?:.{0,120}?) ([245]\d\d)-['"](.*?)['"]?(?: \(delivery attempts: \d{1,4}\))?$/.exec(
      words ?? '',
    );
  if (found === null) return { diagnostic: words };
  return { diagnostic: `${found[2]} ${found[3]}`, enhancedStatus: found[1] ?? null };
}
