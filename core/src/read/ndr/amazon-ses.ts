import { addressesIn, cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { firstParagraph, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Amazon SES, for what it sends. All it knows stands in the status part; that of 2011 to 2015 is vague, its words are not. */
export const amazonSes: NdrDialect = { dialect: 'amazon-ses', signs: ['amazonses.com'], recognises, read };

const listing = 'An error occurred while trying to deliver the mail to the following recipients:';

function recognises(letter: Letter): boolean {
  if (/^reporting-mta: ?d(?:ns|sn); ?[\w.-]+\.smtp-out\.(?:[\w-]+\.)?amazonses\.com/m.test(letter.statusHead))
    return true;
  if (!/mailer-daemon@(?:[\w-]+\.)*amazonses\.com/.test(letter.from)) return false;
  return letter.subject.startsWith('delivery status notification') || letter.text.includes(listing);
}

function read({ text }: Letter): Failure[] {
  const lines = linesOf(text);
  const named = /^The following message to <([^<>\s]{1,512})> was undeliverable\./m.exec(text);
  if (named !== null) {
    const at = lines.findIndex((line) => line.startsWith('The reason for the problem:'));
    return [
      {
        recipient: cleanAddress(named[1] ?? ''),
        diagnostic: at < 0 ? null : joinReply(firstParagraph(lines.slice(at + 1))),
      },
    ];
  }
  const at = lines.findIndex((line) => line.startsWith(listing));
  if (at < 0) return [];
  return addressesIn(firstParagraph(lines.slice(at + 1)).join('\n'), 100).map((recipient) => ({
    recipient,
    diagnostic: null,
  }));
}
