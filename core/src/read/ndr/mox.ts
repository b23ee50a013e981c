import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { firstParagraph, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { linesBetween } from './labelled-fields.ts';

/** mox (queue/dsn.go). */
export const mox: NdrDialect = {
  dialect: 'mox',
  signs: ['delivery has failed permanently for your email to:', 'delivery has been delayed of your email to:'],
  recognises,
  read,
};

const failed = 'Delivery has failed permanently for your email to:';
const delayed = 'Delivery has been delayed of your email to:';

function recognises(letter: Letter): boolean {
  return letter.text.includes(failed) || letter.text.includes(delayed);
}

/** The address, the error and, since 2024, the server's reply in full, each indented below its heading. */
function read(letter: Letter): Failure[] {
  const { text } = letter;
  const lines = linesOf(text);
  const below = (heading: string): string[] => firstParagraph(linesBetween(lines, heading, () => false));
  const isDelay = !text.includes(failed);
  const diagnostic =
    joinReply(below('Full SMTP response:')) ?? joinReply(below('Error during the last delivery attempt:'));
  const recipients = addressesIn(below(isDelay ? delayed : failed).join('\n'), 50);
  return recipients.map((recipient) => ({ recipient, diagnostic, ...(isDelay ? { kind: 'deferral' as const } : {}) }));
}
