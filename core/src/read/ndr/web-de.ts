import type { NdrDialect } from './dialect.ts';
import { isNemesis, readNemesis } from './nemesis.ts';

/** WEB.DE. */
export const webDe: NdrDialect = {
  dialect: 'web-de',
  recognises: (letter) =>
    /@(?:[\w-]+\.)*web\.de\b/.test(letter.from) && letter.from.includes('mailer-daemon') && isNemesis(letter),
  read: readNemesis,
};
