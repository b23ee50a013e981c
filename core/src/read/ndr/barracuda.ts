import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Barracuda Spam & Virus Firewall, Email Security Gateway. Built on amavisd-new, whose status part it keeps. */
export const barracuda: NdrDialect = {
  dialect: 'barracuda',
  signs: ['blocked by our bulk email filter', 'was blocked by our '],
  recognises,
  read,
};

const words = /was blocked by our (?:Spam & Virus Firewall|Spam Firewall|Email Security Gateway)/;

function recognises(letter: Letter): boolean {
  return (
    letter.subject.includes('message you sent blocked by our bulk email filter') ||
    words.test(letter.text.slice(0, 4_096))
  );
}

/** `Your message to: a@example.net` and below it why. */
function read(letter: Letter): Failure[] {
  const { text } = letter;
  const blocked = words.exec(text.slice(0, 4_096));
  if (blocked === null) return [];
  const recipients = addressesIn(text.slice(0, blocked.index), 50);
  return recipients.map((recipient) => ({ recipient, diagnostic: `Your message ${blocked[0]}` }));
}
