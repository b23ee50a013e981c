import type { Letter } from '../letter.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { postfix } from './postfix.ts';

/** Yandex: Postfix with its own queue, in Russian and English. */
export const yandex: NdrDialect = { dialect: 'yandex', signs: ['x-yandex-', 'yandex.'], recognises, read };

function recognises(letter: Letter): boolean {
  if (/^x-yandex-(?:queue-id|sender):/m.test(letter.statusHead)) return true;
  return (
    /mailer-daemon@(?:[\w-]+\.)*yandex\.[a-z.]{2,6}\b/.test(letter.from) &&
    letter.text.includes('This is the mail system at host ')
  );
}

function read(letter: Letter): Failure[] {
  return postfix.read(letter);
}
