import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { stageOf } from '../unwrap-reply.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** SendGrid's forwarded bounces: a status part with little in it, and a line that says all between colons. */
export const sendgrid: NdrDialect = {
  dialect: 'sendgrid',
  signs: ['x-sendgrid-', 'automatically generated message from sendgrid'],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  return (
    /^x-sendgrid-(?:queueid|sender):/m.test(letter.statusHead) ||
    letter.text.includes('This is an automatically generated message from SendGrid.')
  );
}

/** `user:000000:<a@example.net> : 192.0.2.1 : mx.example.net:[192.0.2.2] : 550 5.1.1 User unknown  in RCPT TO` */
const entry =
  /^[^<>]{0,256}:<([^<>\s]{1,512})> : (?:[0-9A-Fa-f.:]{2,45} : )?(?:([\w.-]{1,255}):\[([0-9A-Fa-f.:]{2,45})\] : )?(.+)$/;

function read({ text }: Letter): Failure[] {
  const failures: Failure[] = [];
  for (const line of linesOf(text)) {
    const found = line.length > 4_096 ? null : entry.exec(line);
    if (found === null) continue;
    const words = found[4] ?? '';
    const step = /\s+in (MAIL FROM|RCPT TO|DATA|end of data|EHLO|HELO|connect)\s*$/i.exec(words);
    const command = step?.[1] ?? '';
    failures.push({
      recipient: cleanAddress(found[1] ?? ''),
      diagnostic: joinReply([words.slice(0, step?.index)]),
      remoteHost: found[2]?.toLowerCase() ?? null,
      remoteIp: found[3] ?? null,
      stage: command === '' ? null : command === 'connect' ? 'connect' : stageOf(`after ${command}`),
    });
  }
  return failures;
}
