import type { Letter } from '../letter.ts';
import { stageOf } from '../unwrap-reply.ts';
import { type Block, type BlockHead, blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { angleHead, bareHead } from './heads.ts';

/** Openwave Email Mx, once InterMail and Post.Office (Software.com), now Synchronoss: an MTA of telephone and cable companies. */
export const intermail: NdrDialect = {
  dialect: 'intermail',
  signs: ['undeliverable due to the following reason:', 'mail system error - returned mail'],
  recognises,
  read,
};

/** Sentences that name the reason, as the product ships them. What stands behind them varies. */
const reasons = [
  'The user(s) account is temporarily over quota',
  'The user(s) account is temporarily limited',
  'The user(s) account is disabled',
  'Each of the following recipients was rejected by a remote mail server',
  'The following destination addresses were unknown',
  'Your message was not delivered because the destination computer was not',
  'Your message was not delivered because the destination computer refused to accept it',
  'Your message was not delivered because the return address was refused',
  'Your message was not delivered within',
];

const opening = /this message was undeliverable due to the following reason:/i;

function recognises(letter: Letter): boolean {
  if (opening.test(letter.text.slice(0, 2_048))) return true;
  return (
    letter.subject.startsWith('mail system error - returned mail') &&
    reasons.some((words) => letter.text.includes(words))
  );
}

function read(letter: Letter): Failure[] {
  return readInterMail(letter);
}

/** Recipients with what is said of each, else what is said of all. */
export function readInterMail(letter: Letter): Failure[] {
  const flat = letter.text.replace(/\s+/g, ' ');
  const sentence =
    reasons.map((words) => sentenceAt(flat, flat.indexOf(words))).find((found) => found !== null) ?? null;
  return blocksOf(linesOf(letter.text), headOf, isEnd).map((block) => failureOf(block, sentence));
}

function sentenceAt(text: string, at: number): string | null {
  if (at < 0) return null;
  const end = text.indexOf('.', at);
  return text.slice(at, end < 0 || end > at + 300 ? at + 300 : end + 1).trim();
}

/** `<a@example.net>`, `<a@example.net>: 550 …`, `SMTP <a@example.net>`, `    Recipient: <a@example.net>` */
function headOf(line: string): BlockHead | null {
  const bare = line.replace(/^\s*(?:Recipient:|SMTP)\s+/, '');
  return angleHead(bare) ?? (bare === line ? null : bareHead(bare));
}

function isEnd(line: string): boolean {
  return /^(?:Please reply to|-{5,}$|={5,}$)/.test(line);
}

function failureOf({ recipient, lines }: Block, sentence: string | null): Failure {
  const reply = replyIn(lines);
  const command = lines
    .find((line) => line.trimStart().startsWith('>>> '))
    ?.trim()
    .slice(4);
  const stage = command === undefined ? null : stageOf(`after ${command}`);
  // That an account is disabled or full says more than the reply below it.
  const isOfAccount = sentence?.startsWith('The user(s) account') ?? false;
  return { recipient, diagnostic: reply === null ? sentence : isOfAccount ? `${sentence} ${reply}` : reply, stage };
}

/** `<<< 550 …`, `Reason:    5.1.1 unknown user`, or the words behind the address; its blank line ends it. */
function replyIn(lines: readonly string[]): string | null {
  const said = lines
    .filter((line) => line.trimStart().startsWith('<<<'))
    .map((line) => line.trim().replace(/^<<< ?/, ''));
  if (said.length > 0) return joinReply(said);
  const from = lines.findIndex((line) => /^\s*Reason:/.test(line));
  if (from >= 0)
    return joinReply([(lines[from] ?? '').replace(/^\s*Reason:/, ''), ...untilBlank(lines.slice(from + 1))]);
  return lines[0] === undefined || lines[0] === '' ? null : joinReply(untilBlank(lines));
}

function untilBlank(lines: readonly string[]): readonly string[] {
  const length = lines.findIndex((line) => line.trim() === '');
  return length < 0 ? lines : lines.slice(0, length);
}
