import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Verizon Wireless, mail to text messages (vtext.com) and to picture messages (vzwpix.com). */
export const verizon: NdrDialect = { dialect: 'verizon', signs: ['vtext.com', 'vzwpix.com'], recognises, read };

function recognises({ from, text }: Letter): boolean {
  if (!/@(?:[\w-]+\.)*(?:vtext|vzwpix)\.com/.test(from)) return false;
  return (
    from.includes('post_master@') ||
    from.includes('ndr administrator') ||
    from.includes('sysadmin@') ||
    text.includes('could not be delivered to mobile')
  );
}

function read(letter: Letter): Failure[] {
  const { text } = letter;
  const error =
    /^[ \t]*Error: *(.{2,400})$/m.exec(text)?.[1] ??
    linesOf(text).find((line) => line.includes('could not be delivered to mobile'));
  const diagnostic = error === undefined ? null : joinReply([error]);
  if (diagnostic === null) return [];
  const named =
    /^[ \t]*(?:RCPT TO|To): *<?([^\s<>]{3,320})>?[ \t]*$/m.exec(text)?.[1] ?? letter.returned?.get('to') ?? '';
  return [{ recipient: cleanAddress(/<([^<>]+)>/.exec(named)?.[1] ?? named), diagnostic }];
}
