import type { Letter } from '../letter.ts';
import { blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { bareHead } from './heads.ts';

/** Mail.ru: Exim, whose report it sends twice in one text, in Russian and in English. */
export const mailRu: NdrDialect = { dialect: 'mail-ru', signs: ['mail.ru'], recognises, read };

function recognises(letter: Letter): boolean {
  return (
    letter.from.includes('mailer-daemon@corp.mail.ru') ||
    letter.text.includes('Это письмо создано автоматически сервером Mail.Ru')
  );
}

/** The first of the two lists; the second says the same. */
function read(letter: Letter): Failure[] {
  const blocks = blocksOf(linesOf(letter.text), headOf, (line) => /^\S/.test(line));
  return blocks.map(({ recipient, lines }) => ({ recipient, diagnostic: joinReply(lines) }));
}

/** Two spaces and the address; its reason is indented by four. */
function headOf(line: string): ReturnType<typeof bareHead> {
  return /^ {2}\S/.test(line) ? bareHead(line) : null;
}
