import { parseMail } from '../../message/mail.ts';
import { Letter } from '../letter.ts';

/** For tests: the letter that a mail written as a template string makes. The first line break is not part of the mail. */
export function letterOf(source: string): Letter {
  const bytes = new TextEncoder().encode(source.replace(/^\n/, ''));
  let raw = '';
  for (const byte of bytes) raw += String.fromCharCode(byte);
  return new Letter(parseMail(raw));
}
