import type { Stage } from '../../reading.ts';
import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { type Block, type BlockHead, blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Yahoo (and AOL since it moved there): `<a@example.net>:`, the server's words, the step in brackets. */
export const yahoo: NdrDialect = {
  dialect: 'yahoo',
  signs: [
    'unable to deliver your message to the following address',
    'unable to deliver message to the following address',
  ],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  const text = letter.text.slice(0, 4_096);
  if (!letter.subject.startsWith('failure notice') && !letter.from.includes('mailer-daemon')) return false;
  if (text.includes('Sorry, we were unable to deliver your message to the following address')) return true;
  return (
    /@(?:[\w-]+\.)*(?:yahoo|ymail|rocketmail|yahoogroups)\.[a-z.]{2,6}\b/.test(letter.from) &&
    text.includes('Unable to deliver message to the following address')
  );
}

function read(letter: Letter): Failure[] {
  return blocksOf(linesOf(letter.text), headOf, (line) => /^-{3,}/.test(line)).map(failureOf);
}

function headOf(line: string): BlockHead | null {
  const found = /^<([^<>]{1,512})>:\s*(.*)$/.exec(line);
  const recipient = cleanAddress(found?.[1] ?? '');
  return found === null || recipient === null ? null : { recipient, rest: found[2] ?? '' };
}

const steps: Readonly<Record<string, Stage>> = {
  CONNECT: 'connect',
  HELO: 'ehlo',
  EHLO: 'ehlo',
  MAIL_FROM: 'mail',
  RCPT_TO: 'rcpt',
  DATA: 'data',
  BODY: 'end-of-data',
  MESSAGE: 'end-of-data',
};

function failureOf({ recipient, lines }: Block): Failure {
  const words = joinReply(lines);
  if (words === null) return { recipient, diagnostic: null };
  const step = / ?\[([A-Z]{2,10}(?:_[A-Z]{2,6})?)\]$/.exec(words);
  const stage = step === null || !Object.hasOwn(steps, step[1] ?? '') ? null : (steps[step[1] ?? ''] ?? null);
  const told = stage === null ? words : words.slice(0, step?.index);
  const diagnostic = told.replace(/^Remote host said: ?/i, '').replace(/^([245]\d\d): /, '$1 ');
  return { recipient, diagnostic: diagnostic === '' ? words : diagnostic, stage };
}
