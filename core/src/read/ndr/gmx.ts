import type { NdrDialect } from './dialect.ts';
import { isNemesis, nemesisSigns, readNemesis } from './nemesis.ts';

/** GMX and mail.com. */
export const gmx: NdrDialect = {
  dialect: 'gmx',
  signs: nemesisSigns,
  recognises: (letter) =>
    /@(?:[\w-]+\.)*(?:gmx\.[a-z.]{2,6}|mail\.com)\b/.test(letter.from) &&
    letter.from.includes('mailer-daemon') &&
    isNemesis(letter),
  read: readNemesis,
};
