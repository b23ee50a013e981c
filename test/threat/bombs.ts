/** Hostile mails, made when they are asked for. Each holds one genuine status part, before or after the bomb. */

/** The address that every bomb's own status part names. */
export const VICTIM = 'ines@quince.example';

const REPORT = `Reporting-MTA: dns; out.sender.example

Final-Recipient: rfc822; ${VICTIM}
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.quince.example
Diagnostic-Code: smtp; 550 5.1.1 <${VICTIM}>: no such user here
`;

const HEAD = `From: Mail Delivery System <MAILER-DAEMON@out.sender.example>
To: <returns@sender.example>
Subject: Undelivered Mail Returned to Sender
Date: Tue, 03 Mar 2026 11:20:30 +0000
MIME-Version: 1.0
`;

const TOP = 'Content-Type: multipart/report; report-type=delivery-status; boundary="top"\n';
const STATUS = `--top\nContent-Type: message/delivery-status\n\n${REPORT}\n`;

/** Where the genuine status part stands. */
export type Place = 'before' | 'after';

/** A report whose other part, headers included, is the bomb. */
function report(place: Place, bomb: string, headers = ''): string {
  const hostile = `--top\n${bomb}\n`;
  return `${headers}${HEAD}${TOP}\n${place === 'before' ? STATUS + hostile : hostile + STATUS}--top--\n`;
}

/** Multiparts inside multiparts, each with a boundary of its own; closed again or left open. */
export function nestedMultiparts(place: Place, depth: number, closed: boolean): string {
  const open = Array.from(
    { length: depth },
    (_, i) => `Content-Type: multipart/mixed; boundary="n${i}"\n\n--n${i}\n`,
  ).join('');
  const close = closed ? Array.from({ length: depth }, (_, i) => `--n${depth - 1 - i}--\n`).join('') : '';
  return report(place, `${open}Content-Type: text/plain\n\nthe bottom\n${close}`);
}

/** Multiparts that all share one boundary. */
export function sameBoundary(place: Place, depth: number): string {
  return report(place, 'Content-Type: multipart/mixed; boundary="same"\n\n--same\n'.repeat(depth));
}

/** Messages inside messages inside messages. */
export function nestedMessages(place: Place, depth: number): string {
  return report(place, `${'Content-Type: message/rfc822\n\n'.repeat(depth)}Subject: the bottom\n\nhello\n`);
}

/** Parts without end. */
export function manyParts(place: Place, count: number): string {
  return report(place, `Content-Type: multipart/mixed; boundary="p"\n\n${'--p\n\nx\n'.repeat(count)}--p--\n`);
}

/** Lines that look like boundaries, under a boundary that all of them begin with. */
export function dashes(place: Place, count: number): string {
  return report(place, `Content-Type: multipart/mixed; boundary="-"\n\n${'---x\n'.repeat(count)}`);
}

/** A boundary longer than any that is honoured. */
export function longBoundary(place: Place, length: number): string {
  const boundary = 'b'.repeat(length);
  return report(place, `Content-Type: multipart/mixed; boundary="${boundary}"\n\n${`--${boundary}\n\nx\n`.repeat(20)}`);
}

/** Groups and comments that open and never close, in a header that holds addresses. */
export function addressGroups(count: number): string {
  return report(
    'before',
    'Content-Type: text/plain\n\nhello',
    `Cc: ${'a:('.repeat(count)}\nReply-To: ${'<'.repeat(count)}\n`,
  );
}

/** The same in the recipient's own field: it must not cost more than its length. */
export function addressGroupsInStatus(count: number): string {
  return `${HEAD}${TOP}\n--top\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x.example\n\nOriginal-Recipient: rfc822; ${'a:('.repeat(count)}\nFinal-Recipient: rfc822; ${VICTIM}\nAction: failed\nStatus: 5.1.1\n\n--top--\n`;
}

/** Hostile headers: of the mail itself, or of the part beside the status part. */
export const hugeHeaders: Readonly<Record<string, (bytes: number) => string>> = {
  'one line': (bytes) => `X-Long: ${'x'.repeat(bytes)}\n`,
  'many headers': (bytes) => 'X-A: b\n'.repeat(bytes / 7),
  'many folds': (bytes) => `X-Folded: a\n${' b\n'.repeat(bytes / 3)}`,
  'encoded words': (bytes) => `X-Words: ${'=?utf-8?B?w6Q=?=\n '.repeat(bytes / 18)}end\n`,
  parameters: (bytes) => `X-Type: text/plain${'; charset'.repeat(bytes / 9)}\n`,
  'one line of white space': (bytes) => `X-Space: ${' '.repeat(bytes)}x\n`,
};

/** A subject of encoded words, and hostile headers before the status part's mail ends. */
export function headersOfPart(place: Place, headers: string): string {
  return report(place, `Content-Type: text/plain\n${headers}\nhello`);
}

/** The same headers at the end of the mail's own. */
export function headersOfMail(headers: string): string {
  return `${HEAD}${TOP}${headers}\n${STATUS}--top--\n`;
}

/** The same headers with the structure behind them, so that the limits cut it off. */
export function headersBeforeType(headers: string): string {
  return `${headers}${HEAD}${TOP}\n${STATUS}--top--\n`;
}

/** An attachment of so many bytes that nobody needs, or a text part. */
export function attachment(place: Place, encoding: string, type: string, bytes: number): string {
  const row = encoding === 'base64' ? `${'QUJD'.repeat(18)}\r\n` : `${'=3D=E2=82=AC'.repeat(6)}=\r\n`;
  const body = row.repeat(Math.ceil(bytes / row.length));
  return report(place, `Content-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n${body}`);
}

/** One line without any break. */
export function endlessLine(place: Place, bytes: number): string {
  return report(place, `Content-Type: image/png\nContent-Transfer-Encoding: 8bit\n\n${'z'.repeat(bytes)}`);
}
