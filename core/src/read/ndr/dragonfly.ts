import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { isIpAddress, stageOf } from '../unwrap-reply.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** DragonFly Mail Agent (mail.c, `bounce`): one recipient, one sentence. FreeBSD's and many containers' own mailer. */
export const dragonfly: NdrDialect = {
  dialect: 'dragonfly',
  signs: ['this is the dragonfly mail agent'],
  recognises,
  read,
};

const naming = 'There was an error delivering your mail to <';

function recognises({ text }: Letter): boolean {
  return text.includes('This is the DragonFly Mail Agent') && text.includes(naming);
}

function read({ text }: Letter): Failure[] {
  const lines = linesOf(text);
  const at = lines.findIndex((line) => line.startsWith(naming));
  if (at < 0) return [];
  const recipient = cleanAddress((lines[at] ?? '').slice(naming.length).replace(/>\.?$/, ''));
  const end = lines.findIndex((line, i) => i > at && /^(?:Original|Message) .*follows|^-- ?$/.test(line));
  const words = lines.slice(at + 1, end < 0 ? undefined : end);
  // mx.example.net [192.0.2.1] did not like our RCPT TO:
  const from = words.findIndex((line) => line.trim() !== '');
  const refused =
    /^([\w.:-]{1,255}) \[([0-9A-Fa-f.:]{2,45})\] (did not like our .{1,40}|(?:failed|rejected) .{1,60}):$/.exec(
      words[from] ?? '',
    );
  if (refused === null) return [{ recipient, diagnostic: joinReply(words) }];
  const [, host = '', ip = null, step = ''] = refused;
  return [
    {
      recipient,
      diagnostic: joinReply(words.slice(from + 1)),
      remoteHost: isIpAddress(host) ? null : host.toLowerCase(),
      remoteIp: ip,
      stage: stageOf(`after ${step.replace('did not like our ', '')}`),
    },
  ];
}
