import type { NdrDialect } from './dialect.ts';
import { isNemesis, nemesisSigns, readNemesis } from './nemesis.ts';

/** WEB.DE. */
export const webDe: NdrDialect = {
  dialect: 'web-de',
  signs: nemesisSigns,
  recognises: (letter) =>
    /@(?:[\w-]+\.)*web\.de\b/.test(letter.from) && letter.from.includes('mailer-daemon') && isNemesis(letter),
  read: readNemesis,
};
