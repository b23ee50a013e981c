import type { NdrDialect } from './dialect.ts';
import { isNemesis, readNemesis } from './nemesis.ts';

/** GMX and mail.com. */
export const gmx: NdrDialect = {
  dialect: 'gmx',
  recognises: (letter) =>
    /@(?:[\w-]+\.)*(?:gmx\.[a-z.]{2,6}|mail\.com)\b/.test(letter.from) &&
    letter.from.includes('mailer-daemon') &&
    isNemesis(letter),
  read: readNemesis,
};
