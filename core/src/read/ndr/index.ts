import type { Letter } from '../letter.ts';
import { amazonSes } from './amazon-ses.ts';
import { amazonWorkmail } from './amazon-workmail.ts';
import { aol } from './aol.ts';
import { apacheJames } from './apache-james.ts';
import { courier } from './courier.ts';
import type { NdrDialect } from './dialect.ts';
import { dragonfly } from './dragonfly.ts';
import { exchange2003 } from './exchange-2003.ts';
import { exchange2007 } from './exchange-2007.ts';
import { exim } from './exim.ts';
import { gmail } from './gmail.ts';
import { googleGroups } from './google-groups.ts';
import { googleWorkspace } from './google-workspace.ts';
import { office365 } from './office365.ts';
import { opensmtpd } from './opensmtpd.ts';
import { outlookCom } from './outlook-com.ts';
import { postfix } from './postfix.ts';
import { powermta } from './powermta.ts';
import { qmail } from './qmail.ts';
import { receivingSes } from './receiving-ses.ts';
import { sendgrid } from './sendgrid.ts';
import { sendmail } from './sendmail.ts';
import { v5sendmail } from './v5sendmail.ts';
import { verizon } from './verizon.ts';
import { yahoo } from './yahoo.ts';

/** Every dialect, the more particular before those that they descend from. */
const dialects: readonly NdrDialect[] = [
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

/** The dialect in which a letter is written; null where nobody claims it. */
export function dialectOf(letter: Letter): NdrDialect | null {
  return dialects.find((dialect) => dialect.recognises(letter)) ?? null;
}
