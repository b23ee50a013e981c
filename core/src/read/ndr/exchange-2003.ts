import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { plain } from '../plain.ts';
import { type Block, type BlockHead, blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { hasPhrase, oldHeadings, oldOpenings, stemsOf } from './exchange-phrases.ts';

/** Exchange 4.0 to 2003 and the SMTP service of Windows that was part of the last two. */
export const exchange2003: NdrDialect = {
  dialect: 'exchange-2003',
  signs: ['x-ms-embedded-report:', 'x-dsncontext:', ...stemsOf(oldHeadings)],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  const { headers, text, plainText } = letter;
  const mailer = headers.get('x-mailer') ?? '';
  if (
    headers.has('x-ms-embedded-report') ||
    /^(?:Internet Mail Service \(5|Microsoft Exchange Server Internet Mail Connector)/.test(mailer)
  )
    return hasPhrase(plainText, oldHeadings);
  if (hasPhrase(plainText, oldHeadings))
    return (
      hasPhrase(plainText, oldOpenings) ||
      text.includes('MSEXCH:') ||
      /^[ \t]*To:.*\n[ \t]*Subject:.*\n[ \t]*Sent:/m.test(text)
    );
  // The SMTP service stamps the report with its context.
  return (
    headers.has('x-dsncontext') && text.includes('This is an automatically generated Delivery Status Notification')
  );
}

function read(letter: Letter): Failure[] {
  if (!hasPhrase(letter.plainText, oldHeadings)) return [];
  const lines = linesOf(letter.text);
  const at = lines.findIndex((line) => hasPhrase(plain(line.slice(0, 400)), oldHeadings));
  if (at < 0) return [];
  return blocksOf(lines.slice(at + 1), headOf).map(failureOf);
}

/**
 * `a@example.net on Thu, 29 Apr 2007 16:51:51 -0500`, `'A. User' on 4/29/2007 4:51 PM`; the word between
 * name and date is translated.
 */
function headOf(line: string): BlockHead | null {
  const found =
    /^\s*'?(?:SMTP:)?(.{1,256}?)'?(?:<(?:mailto:)?([^<>\s]{3,512})>)? (?:on|am|le|el|il|em|op|den|på|в|の|at) (?:\S{1,12},? )?\d{1,4}[./\- ].*\d\d:\d\d|^\s*'?(?:SMTP:)?([^\s<>'@]{1,256}@[^\s<>'@]{1,255}?)'? \S{1,6} (?:\S{1,12},? )?\d.*\d{1,2}:\d\d/.exec(
      line,
    );
  if (found === null) return null;
  return { recipient: cleanAddress(found[2] ?? found[1] ?? '') ?? cleanAddress(found[3] ?? ''), rest: '' };
}

function failureOf({ recipient, lines }: Block): Failure {
  // <mx.example.net #5.1.1 smtp;550 5.1.1 User unknown>, folded at will
  const whole = joinReply(lines.filter((line) => !isTechnical(line))) ?? '';
  const bracket = /<([\w.-]{1,255}) #([245]\.\d{1,3}\.\d{1,3})(?: (smtp|x-[\w-]{1,20}); ?(.*?))?>/i.exec(whole);
  if (bracket !== null) {
    const host = bracket[1]?.toLowerCase() ?? null;
    const before = whole.slice(0, bracket.index).trim();
    // With a reply in it the host is the one that refused; else the one that writes.
    if (bracket[4]) return { recipient, diagnostic: bracket[4], remoteHost: host, enhancedStatus: bracket[2] ?? null };
    return {
      recipient,
      diagnostic: before === '' ? bracket[0] : before,
      reportingMta: host,
      enhancedStatus: bracket[2] ?? null,
    };
  }
  return { recipient, diagnostic: whole === '' ? joinReply(lines) : whole };
}

/** The id of the message at the X.400 transport, two lines long, which says nothing of the failure. */
function isTechnical(line: string): boolean {
  return (
    /^\s*The MTS-ID of the original message is:/.test(line) || /^;l=\S/.test(line) || /^[\w ]{0,40};l=\S/.test(line)
  );
}
