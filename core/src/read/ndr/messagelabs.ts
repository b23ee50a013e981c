import type { Letter } from '../letter.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { bareHead } from './heads.ts';
import { linesBetween } from './labelled-fields.ts';

/** MessageLabs, later Symantec and Broadcom Email Security.cloud. */
export const messagelabs: NdrDialect = {
  dialect: 'messagelabs',
  signs: ['messagelabs', 'symantec email security.cloud'],
  recognises,
  read,
};

const openings = [
  'This is the mail delivery agent at Symantec Email Security.cloud',
  'This is the mail delivery agent at messagelabs.com',
  'This is the mail delivery agent at MessageLabs',
];
const heading = 'I was unable to deliver your message to the following addresses';

function recognises(letter: Letter): boolean {
  if (openings.some((words) => letter.text.includes(words))) return true;
  return (
    /mailer-daemon@(?:[\w-]+\.)*messagelabs\.com\b/.test(letter.from) &&
    letter.mail.contentType.reportType === 'delivery-status'
  );
}

function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const isReason = (line: string): boolean => line.startsWith('Reason:');
  const from = lines.findIndex(isReason);
  const rest = from < 0 ? [] : lines.slice(from);
  const length = rest.indexOf('');
  const diagnostic = joinReply(
    rest.slice(0, length < 0 ? undefined : length).map((line) => line.replace(/^Reason:\s*/, '')),
  );
  return linesBetween(lines, heading, isReason)
    .map((line) => bareHead(line)?.recipient ?? null)
    .filter((recipient) => recipient !== null)
    .map((recipient) => ({ recipient, diagnostic }));
}
