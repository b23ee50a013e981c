import { zeroSpam } from './0spam.ts';
import { abusix } from './abusix.ts';
import { backscatterer } from './backscatterer.ts';
import { barracuda } from './barracuda.ts';
import { blocklistDe } from './blocklist-de.ts';
import type { DnsList } from './define.ts';
import { dnswl } from './dnswl.ts';
import { dronebl } from './dronebl.ts';
import { gbudb } from './gbudb.ts';
import { hostkarma } from './hostkarma.ts';
import { interserver } from './interserver.ts';
import { mailspike } from './mailspike.ts';
import { msbl } from './msbl.ts';
import { nordspam } from './nordspam.ts';
import { psbl } from './psbl.ts';
import { s5h } from './s5h.ts';
import { senderscore } from './senderscore.ts';
import { spamEatingMonkey } from './spam-eating-monkey.ts';
import { spamcop } from './spamcop.ts';
import { spamhaus } from './spamhaus.ts';
import { spamrats } from './spamrats.ts';
import { spfbl } from './spfbl.ts';
import { suomispam } from './suomispam.ts';
import { surbl } from './surbl.ts';
import { uceprotect } from './uceprotect.ts';
import { uribl } from './uribl.ts';
import { virusfree } from './virusfree.ts';

export { deadLists } from './dead.ts';
export type { DeadList, DnsList, ListCodes, ListWeight } from './define.ts';

/** Every DNS list that answers, the weighty ones first, as results are shown. */
export const dnsLists: readonly DnsList[] = [
  ...spamhaus,
  ...barracuda,
  ...spamcop,
  ...surbl,
  ...abusix,
  ...psbl,
  ...uribl,
  ...mailspike,
  ...uceprotect,
  ...blocklistDe,
  ...dronebl,
  ...gbudb,
  ...nordspam,
  ...s5h,
  ...senderscore,
  ...spamEatingMonkey,
  ...spamrats,
  ...spfbl,
  ...virusfree,
  ...zeroSpam,
  ...backscatterer,
  ...hostkarma,
  ...interserver,
  ...suomispam,
  ...dnswl,
  ...msbl,
];
