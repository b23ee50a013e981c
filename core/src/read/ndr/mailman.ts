import { addressesIn, cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { firstParagraph, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { linesBetween } from './labelled-fields.ts';

/** GNU Mailman 2 and 3: posts that it holds or refuses, and what it tells owners of members whose mail bounces. */
export const mailman: NdrDialect = {
  dialect: 'mailman',
  signs: ['x-mailman-version:', 'x-list-administrivia:', '-bounces', '-owner', '-request', 'mailman'],
  recognises,
  read,
};

const held = 'Is being held until the list moderator can review it for';
const rejections = [
  'has been rejected by the list moderator.',
  'mailing-list was rejected for the following',
  'You are not allowed to post to this mailing list, and your message has been',
];
const memberNotice = 'mailing list bounce action notice:';

function recognises(letter: Letter): boolean {
  const { headers, from, text } = letter;
  const isTheirs =
    headers.has('x-mailman-version') ||
    headers.has('x-list-administrivia') ||
    /-(?:bounces|owner|request)(?:\+[^@\s]*)?@/.test(from) ||
    from.includes('mailman');
  return (
    isTheirs && (text.includes(held) || text.includes(memberNotice) || rejections.some((words) => text.includes(words)))
  );
}

function read(letter: Letter): Failure[] {
  const { text } = letter;
  const lines = linesOf(text);
  const list = listOf(letter);
  if (text.includes(memberNotice)) return memberOf(lines);
  if (text.includes(held)) {
    const reason = joinReply(
      firstParagraph(after(lines, ['The reason it is being held:', 'The message is being held because:'])),
    );
    return [
      {
        recipient: list,
        diagnostic: `Is being held until the list moderator can review it for approval.${reason === null ? '' : ` ${reason}`}`,
        kind: 'other',
      },
    ];
  }
  const reasons = after(lines, ['reason for rejecting your', 'mailing-list was rejected for the following']);
  const given = firstParagraph(reasons.filter((line) => !/^reasons?:$/.test(line.trim())));
  const own = rejections.map((words) => lines.findIndex((line) => line.includes(words))).find((at) => at >= 0) ?? 0;
  const diagnostic = joinReply(given)?.replace(/^"|"$/g, '') ?? joinReply(firstParagraph(lines.slice(own)));
  return [{ recipient: list, diagnostic }];
}

/** The lines behind the first of some headings; a heading may end on the line below. */
function after(lines: readonly string[], headings: readonly string[]): string[] {
  for (const heading of headings) {
    const from = lines.findIndex((line) => line.includes(heading));
    if (from >= 0) return lines.slice(from + 1).filter((line, i) => i > 1 || line.trim() !== 'request:');
  }
  return [];
}

/** `list-bounces@example.org` → `list@example.org` */
function listOf(letter: Letter): string | null {
  const address = addressesIn(letter.from, 1)[0] ?? '';
  const found = /^([^@]+?)-(?:bounces|owner|request)(?:\+[^@]*)?@(.+)$/.exec(address);
  return found === null ? null : cleanAddress(`${found[1]}@${found[2]}`);
}

/** `    Member:     a@example.net` of whom mail came back, and what was done. */
function memberOf(lines: readonly string[]): Failure[] {
  const value = (label: string): string | null =>
    lines
      .find((line) => line.trimStart().startsWith(label))
      ?.trim()
      .slice(label.length)
      .trim() ?? null;
  const member = addressesIn(value('Member:') ?? linesBetween(lines, 'Member:', () => true).join(' '), 1)[0] ?? null;
  return [
    { recipient: member, diagnostic: joinReply([value('Action:') ?? '', value('Reason:') ?? '']), kind: 'other' },
  ];
}
