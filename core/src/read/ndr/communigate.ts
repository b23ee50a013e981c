import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { blocksOf, firstParagraph, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** CommuniGate Pro by Stalker. */
export const communigate: NdrDialect = {
  dialect: 'communigate',
  signs: ["failed to deliver to '", "message delivery to '"],
  recognises,
  read,
};

const head = /^(?:Failed to deliver to|Message delivery to) '<?([^'<>\s]{1,512})>?'( delayed)?/;
const module = /^\s*([A-Z0-9]{2,12}) module ?\(.{0,512}\) reports:/;

function recognises(letter: Letter): boolean {
  const { text } = letter;
  return (
    text.includes(' reports:') && (text.includes("Failed to deliver to '") || text.includes("Message delivery to '"))
  );
}

/**
 *     Failed to deliver to 'a@example.net'
 *     SMTP module(domain example.net) reports:
 *      recipient <a@example.net> rejected by mx.example.net:
 *      550 5.1.1 No such user
 */
function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const delayed = new Set<string>();
  const blocks = blocksOf(lines, (line) => {
    const found = head.exec(line);
    if (found === null) return null;
    const recipient = addressesIn(found[1] ?? '', 1)[0] ?? null;
    if (found[2] !== undefined && recipient !== null) delayed.add(recipient);
    return { recipient, rest: '' };
  });
  return blocks.map((block) => {
    const words = firstParagraph(block.lines.filter((line) => !module.test(line)));
    const kind = block.recipient !== null && delayed.has(block.recipient) ? { kind: 'deferral' as const } : {};
    return { recipient: block.recipient, ...replyOf(joinReply(words)), ...kind };
  });
}

/** The module's words end in the server's name and a colon, behind which the server speaks. */
function replyOf(words: string | null): Omit<Failure, 'recipient'> {
  const found = /^(?:.{0,600}?(?:rejected|refused) by |host )([\w.-]{1,255})(?: says)?: (.+)$/.exec(words ?? '');
  return found === null
    ? { diagnostic: words }
    : { diagnostic: found[2] ?? words, remoteHost: found[1]?.toLowerCase() ?? null };
}
