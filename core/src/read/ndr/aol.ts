import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** AOL until it moved to Yahoo's servers: its own relay's fields in the status part, from 2014 words by bounce.io. */
export const aol: NdrDialect = {
  dialect: 'aol',
  signs: ['x-outbound-mail-relay-', '@aol.com', '.aol.com'],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  if (/^x-outbound-mail-relay-(?:queue-id|sender):/m.test(letter.statusHead)) return true;
  return (
    /(?:postmaster|mailer-daemon)@(?:[\w-]+\.)*aol\.com/.test(letter.from) &&
    /^(?:undeliverable|mail delivery problem|undelivered mail|returned mail)/.test(letter.subject)
  );
}

/** `We were unable to deliver your message to the following address`, the address, `because: Mailbox is full` */
function read({ text }: Letter): Failure[] {
  const lines = linesOf(text);
  const at = lines.findIndex((line) => line.includes('unable to deliver your message to the following address'));
  if (at < 0) return [];
  const because = lines.slice(at).find((line) => /^\s*because: \S/.test(line));
  const recipient = addressesIn(lines.slice(at + 1, at + 6).join('\n'), 1)[0] ?? null;
  return [{ recipient, diagnostic: because === undefined ? null : joinReply([because.replace(/^\s*because: /, '')]) }];
}
