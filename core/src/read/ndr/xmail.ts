import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { joinReply } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** XMail by Davide Libenzi, AfterLogic XMail Server (USmtpUtils, SMAILUtils.cpp). */
export const xmail: NdrDialect = { dialect: 'xmail', signs: ['xmail bounce: rcpt=['], recognises, read };

const sign = 'XMail bounce: Rcpt=[';

function recognises(letter: Letter): boolean {
  return letter.text.includes(`[<00>] ${sign}`);
}

/** `[<00>] XMail bounce: Rcpt=[a@example.net];Error=[550 …]`, made for programs; below it the same for people. */
function read(letter: Letter): Failure[] {
  const { text } = letter;
  const at = text.indexOf(sign);
  const end = text.indexOf('[<01>]', at);
  const words = text.slice(at + sign.length, end < 0 ? at + 4_096 : end).trim();
  const middle = words.indexOf('];Error=[');
  if (at < 0 || middle < 0) return [];
  const server = /^Server: +<([\w.-]{1,255})>(?: \[([0-9A-Fa-f.:]{2,45})\])?/m.exec(text);
  const diagnostic = joinReply(
    words
      .slice(middle + 9)
      .replace(/\]$/, '')
      .split('\n'),
  );
  return [
    {
      recipient: addressesIn(words.slice(0, middle), 1)[0] ?? null,
      diagnostic,
      remoteHost: server?.[1]?.toLowerCase() ?? null,
      remoteIp: server?.[2] ?? null,
    },
  ];
}
