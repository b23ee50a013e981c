import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { linesBetween } from './labelled-fields.ts';

/** Mimecast's own notification, which its administrators may reword. */
export const mimecast: NdrDialect = {
  dialect: 'mimecast',
  signs: ['this is a delivery failure notification message', 'mcboundary='],
  recognises,
  read,
};

const opening = 'This is a delivery failure notification message indicating that';

function recognises(letter: Letter): boolean {
  if (letter.text.includes(opening)) return true;
  const isReport = letter.mail.contentType.reportType === 'delivery-status';
  return isReport && letter.headers.get('content-type')?.includes('MCBoundary=') === true;
}

/** Each value stands behind `-- ` on the line below the words that lead to it. */
function read(letter: Letter): Failure[] {
  const { text } = letter;
  if (!text.includes(opening)) return [];
  const lines = linesOf(text);
  const below = (words: string): string | null =>
    joinReply(linesBetween(lines, words, (line) => line === '').map((line) => line.replace(/^-- /, '')));
  const at = lines.findIndex((line) => line.includes('to email address :'));
  const recipients = at < 0 ? [] : addressesIn(lines.slice(at, at + 3).join('\n'), 50);
  const diagnostic =
    below('Additional information follows') ?? below('could not be delivered. The problem appears to be');
  return recipients.map((recipient) => ({ recipient, diagnostic }));
}
