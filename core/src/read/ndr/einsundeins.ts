import type { NdrDialect } from './dialect.ts';
import { isNemesis, nemesisSigns, readNemesis } from './nemesis.ts';

/** 1&1 IONOS (kundenserver.de, perfora.net, ionos.*) and whatever else sends with the same MTA. */
export const einsundeins: NdrDialect = {
  dialect: 'einsundeins',
  signs: nemesisSigns,
  recognises: isNemesis,
  read: readNemesis,
};
