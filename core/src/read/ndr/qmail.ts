import type { Stage } from '../../reading.ts';
import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { findCodes } from '../reply-codes.ts';
import { isIpAddress, stageOf } from '../unwrap-reply.ts';
import { type Block, type BlockHead, blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/**
 * qmail-send and its children (netqmail, s/qmail, qmail-ldap, indimail, vpopmail): a paragraph for each
 * recipient, in the form of Bernstein's QSBMF; the words are those of qmail-remote.c and qmail-local.c.
 */
export const qmail: NdrDialect = {
  dialect: 'qmail',
  signs: [
    'hi. this is the ',
    "i'm afraid i wasn't able to deliver your message to the following addresses",
    'but the bounce bounced!',
  ],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  const text = letter.text.slice(0, 4_096);
  const isHello = /^[ \t]*Hi\. This is the \S+(?: \S+)? program at /m.test(text);
  if (isHello && text.includes('qmail')) return true;
  const isSorry =
    text.includes("I'm afraid I wasn't able to deliver your message to the following addresses") ||
    text.includes('I tried to deliver a bounce message to this address, but the bounce bounced!');
  if (isHello && isSorry) return true;
  return (
    letter.subject.startsWith('failure notice') && isSorry && text.includes("I've given up. Sorry it didn't work out.")
  );
}

function read(letter: Letter): Failure[] {
  const blocks = blocksOf(linesOf(letter.text), headOf, (line) =>
    /^-{3} (?:Below|Enclosed|Undelivered|Attached)/.test(line),
  );
  return blocks.map(failureOf);
}

/** `<a@example.net>:` */
function headOf(line: string): BlockHead | null {
  const found = /^<([^<>]{1,512})>:\s*$/.exec(line);
  return found === null ? null : { recipient: cleanAddress(found[1] ?? ''), rest: '' };
}

/** What qmail-remote writes before the server's words, and at which step that is. */
const steps: readonly (readonly [string, Stage])[] = [
  ['but greeting failed', 'connect'],
  ['but my name was rejected', 'ehlo'],
  ['but authentication was rejected', 'auth'],
  ['but sender was rejected', 'mail'],
  ['does not like sender', 'mail'],
  ['does not like recipient', 'rcpt'],
  ['failed on data command', 'data'],
  ['failed after i sent the message', 'end-of-data'],
  ['connected to', 'connect'],
];

function failureOf({ recipient, lines }: Block): Failure {
  const whole = joinReply(lines.filter((line) => !isTrailer(line)));
  if (whole === null) return { recipient, diagnostic: joinReply(lines) };
  const said = /(?:^|\s)(?:Remote host said|remote host [\w.:-]{1,255} said): ?/i.exec(whole);
  if (said === null) return { recipient, diagnostic: withoutRoute(whole) };
  const before = whole.slice(0, said.index + said[0].length);
  const lower = before.toLowerCase();
  const stage = steps.find(([words]) => lower.includes(words))?.[1] ?? stageOf(before);
  const peer =
    /(?:Connected to|remote host) \[?([\w.:-]{1,255}?)\]? (?:but|said)/i.exec(before)?.[1] ??
    /([\w.:-]{1,255}) (?:does not like|failed (?:after|on))/.exec(before)?.[1];
  const own = / ?\(#([245]\.\d{1,3}\.\d{1,3})\)$/.exec(whole);
  const words = whole.slice(before.length, own?.index).replace(/ \.$/, '');
  return {
    recipient,
    diagnostic: words === '' ? whole : words,
    remoteHost: peer === undefined || isIpAddress(peer) ? null : peer,
    remoteIp: peer !== undefined && isIpAddress(peer) ? peer : null,
    stage,
    // qmail's own code, where the server gave none
    ...(own?.[1] === undefined || findCodes(words).enhancedStatus !== null ? {} : { enhancedStatus: own[1] }),
  };
}

/** What qmail-send and qmail-remote add, and the tally of servers that some patches make. */
function isTrailer(line: string): boolean {
  return (
    /^Giving up on \[?[\w.:-]{1,255}?\]?\.?$/.test(line) ||
    line.startsWith("I'm not going to try again; this message has been in the queue too long.") ||
    line.startsWith('(Other MXes tried: ')
  );
}

/** indimail names the envelope first: `From: <b@example.org> RCPT: <a@example.net> Sorry, …` */
function withoutRoute(words: string): string {
  return words.replace(/^From: ?<[^<>]{0,512}> RCPT: ?<[^<>]{1,512}> /, '');
}
