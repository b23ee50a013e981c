import { parseMail } from '../../message/mail.ts';
import { Letter } from '../letter.ts';
import { dialectOf, dialects } from './index.ts';

/**
 * For tests: the letter that a mail written as a template string makes. The first line break is not part of the mail.
 * Throws where the signs of dialects would change who reads it, so that every test's mail is a test of these too.
 */
export function letterOf(source: string): Letter {
  const bytes = new TextEncoder().encode(source.replace(/^\n/, ''));
  let raw = '';
  for (const byte of bytes) raw += String.fromCharCode(byte);
  const letter = new Letter(parseMail(raw));
  const wrong = disagreements(letter);
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  return letter;
}

/** For tests: dialects that claim a letter though none of their signs stands in it, and who is found if another should be. */
export function disagreements(letter: Letter): string[] {
  const claiming = dialects.filter((dialect) => dialect.recognises(letter));
  const unsigned = claiming.filter(
    ({ signs }) => signs.length > 0 && !signs.some((sign) => letter.head.includes(sign)),
  );
  const should = claiming[0] ?? null;
  const found = dialectOf(letter);
  return [
    ...unsigned.map(({ dialect }) => `${dialect} has no sign in it`),
    ...(found === should ? [] : [`${found?.dialect} instead of ${should?.dialect}`]),
  ];
}
