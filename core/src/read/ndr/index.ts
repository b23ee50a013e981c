import { WordFinder } from '../../text/word-finder.ts';
import type { Letter } from '../letter.ts';
import { activehunter } from './activehunter.ts';
import { amavis } from './amavis.ts';
import { amazonSes } from './amazon-ses.ts';
import { amazonWorkmail } from './amazon-workmail.ts';
import { aol } from './aol.ts';
import { apacheJames } from './apache-james.ts';
import { barracuda } from './barracuda.ts';
import { biglobe } from './biglobe.ts';
import { communigate } from './communigate.ts';
import { coremail } from './coremail.ts';
import { courier } from './courier.ts';
import type { NdrDialect } from './dialect.ts';
import { domino } from './domino.ts';
import { dragonfly } from './dragonfly.ts';
import { einsundeins } from './einsundeins.ts';
import { exchange2003 } from './exchange-2003.ts';
import { exchange2007 } from './exchange-2007.ts';
import { exim } from './exim.ts';
import { ezmlm } from './ezmlm.ts';
import { ezweb } from './ezweb.ts';
import { facebook } from './facebook.ts';
import { fml } from './fml.ts';
import { gmail } from './gmail.ts';
import { gmx } from './gmx.ts';
import { googleGroups } from './google-groups.ts';
import { googleWorkspace } from './google-workspace.ts';
import { groupwise } from './groupwise.ts';
import { haraka } from './haraka.ts';
import { hmailserver } from './hmailserver.ts';
import { imailServer } from './imail-server.ts';
import { intermail } from './intermail.ts';
import { ironport } from './ironport.ts';
import { kddi } from './kddi.ts';
import { kumomta } from './kumomta.ts';
import { listserv } from './listserv.ts';
import { maddy } from './maddy.ts';
import { mailRu } from './mail-ru.ts';
import { mail2000 } from './mail2000.ts';
import { mailenable } from './mailenable.ts';
import { mailfoundry } from './mailfoundry.ts';
import { mailman } from './mailman.ts';
import { mailmarshal } from './mailmarshal.ts';
import { majordomo } from './majordomo.ts';
import { mcafee } from './mcafee.ts';
import { mdaemon } from './mdaemon.ts';
import { messagelabs } from './messagelabs.ts';
import { messagingServer } from './messaging-server.ts';
import { mfilter } from './mfilter.ts';
import { mimecast } from './mimecast.ts';
import { mirapoint } from './mirapoint.ts';
import { mox } from './mox.ts';
import { mxlogic } from './mxlogic.ts';
import { netease } from './netease.ts';
import { notes } from './notes.ts';
import { office365 } from './office365.ts';
import { opensmtpd } from './opensmtpd.ts';
import { outlookCom } from './outlook-com.ts';
import { postfix } from './postfix.ts';
import { powermta } from './powermta.ts';
import { qmail } from './qmail.ts';
import { receivingSes } from './receiving-ses.ts';
import { sendgrid } from './sendgrid.ts';
import { sendmail } from './sendmail.ts';
import { smail } from './smail.ts';
import { smartermail } from './smartermail.ts';
import { stalwart } from './stalwart.ts';
import { surfcontrol } from './surfcontrol.ts';
import { trendMicro } from './trend-micro.ts';
import { v5sendmail } from './v5sendmail.ts';
import { verizon } from './verizon.ts';
import { webDe } from './web-de.ts';
import { x2 } from './x2.ts';
import { x3 } from './x3.ts';
import { x4 } from './x4.ts';
import { x6 } from './x6.ts';
import { xmail } from './xmail.ts';
import { yahoo } from './yahoo.ts';
import { yandex } from './yandex.ts';
import { zoho } from './zoho.ts';

/** Every dialect, the more particular before those that they descend from. */
export const dialects: readonly NdrDialect[] = [
  // services, by their own marks
  googleGroups,
  googleWorkspace,
  gmail,
  aol,
  yahoo,
  verizon,
  receivingSes,
  amazonWorkmail,
  amazonSes,
  sendgrid,
  powermta,
  office365,
  outlookCom,
  // other providers and filters; several of them descend from the servers below
  mailRu,
  yandex,
  gmx,
  webDe,
  einsundeins,
  zoho,
  netease,
  coremail,
  ezweb,
  kddi,
  biglobe,
  facebook,
  messagelabs,
  mimecast,
  mxlogic,
  barracuda,
  mfilter,
  mcafee,
  activehunter,
  mailmarshal,
  surfcontrol,
  trendMicro,
  mailfoundry,
  ironport,
  amavis,
  // servers that few others descend from
  messagingServer,
  domino,
  notes,
  intermail,
  mirapoint,
  imailServer,
  mdaemon,
  communigate,
  groupwise,
  hmailserver,
  mailenable,
  smartermail,
  haraka,
  kumomta,
  stalwart,
  mox,
  maddy,
  xmail,
  smail,
  mail2000,
  x2,
  x3,
  x4,
  x6,
  // mailing lists
  mailman,
  majordomo,
  listserv,
  ezmlm,
  fml,
  // servers that anybody may run; others are built on them
  exchange2007,
  exchange2003,
  apacheJames,
  courier,
  opensmtpd,
  dragonfly,
  qmail,
  postfix,
  sendmail,
  v5sendmail,
  exim,
];

/** Finds the signs of all dialects in one pass; made for the first letter. */
let signs: WordFinder | undefined;

/** Which dialects have to be asked about a letter, by their place in {@link dialects}. */
const isCandidate = new Uint8Array(dialects.length);

/** For each sign the dialect whose it is. */
const signOwners = dialects.flatMap((dialect, i) => dialect.signs.map(() => i));

function mark(sign: number): void {
  isCandidate[signOwners[sign] as number] = 1;
}

/** The dialect in which a letter is written; null where nobody claims it. */
export function dialectOf(letter: Letter): NdrDialect | null {
  signs ??= new WordFinder(dialects.flatMap((dialect) => dialect.signs));
  for (let i = 0; i < dialects.length; i++) isCandidate[i] = alwaysAsked[i] as number;
  signs.find(letter.head, mark);
  for (let i = 0; i < dialects.length; i++) {
    if (isCandidate[i] !== 1) continue;
    const dialect = dialects[i] as NdrDialect;
    if (dialect.recognises(letter)) return dialect;
  }
  return null;
}

/** 1 for a dialect without signs. */
const alwaysAsked = Uint8Array.from(dialects, (dialect) => (dialect.signs.length === 0 ? 1 : 0));
