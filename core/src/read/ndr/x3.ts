import type { Letter } from '../letter.ts';
import { isIpAddress, stageOf } from '../unwrap-reply.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { bareHead } from './heads.ts';

/** Sisimai's X3, an MTA whose name is not known. Its reports have two boxes: recipients, technical details. */
export const x3: NdrDialect = {
  dialect: 'x3',
  signs: ['very to the following recipients failed permanently:'],
  recognises,
  read,
};

/** One version misspells the first word. */
const heading = /Del[ei]very to the following recipients failed permanently:/;

function recognises(letter: Letter): boolean {
  const { text } = letter;
  return heading.test(text) && text.includes('This is an automatically generated Delivery Status Notification.');
}

function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const recipients = lines
    .filter((line) => /^\s+\* /.test(line))
    .map((line) => bareHead(line.replace('*', ''))?.recipient ?? null);
  const replies = detailsOf(lines);
  return recipients
    .filter((recipient) => recipient !== null)
    .map((recipient) => ({
      recipient,
      ...(replies.find(({ diagnostic }) => diagnostic?.includes(recipient)) ?? replies[0] ?? { diagnostic: null }),
    }));
}

/** `SMTP:RCPT host 192.0.2.1: 553 5.3.0 <a@example.net>... No such user`, which may fold. */
function detailsOf(lines: readonly string[]): Omit<Failure, 'recipient'>[] {
  const from = lines.findIndex((line) => line.includes('Technical details:'));
  if (from < 0) return [];
  const details: string[][] = [];
  for (const line of lines.slice(from + 1)) {
    if (/^(?:=|\s*$)/.test(line)) continue;
    if (/^SMTP:/.test(line) || details.length === 0) details.push([]);
    details[details.length - 1]?.push(line);
  }
  return details.map((detail) => {
    const words = joinReply(detail);
    const found = /^SMTP:([A-Z]{4,8}) host ([\w.-]{1,255}): (.+)$/.exec(words ?? '');
    const host = found?.[2] ?? '';
    if (found === null) return { diagnostic: words };
    return {
      diagnostic: found[3] ?? words,
      stage: stageOf(`smtp:${found[1]} `),
      remoteHost: isIpAddress(host) ? null : host,
      remoteIp: isIpAddress(host) ? host : null,
    };
  });
}
