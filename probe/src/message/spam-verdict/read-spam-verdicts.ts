import type { Headers } from '@whybounce/core/message';
import { readMicrosoft } from './microsoft.ts';
import { readRspamd } from './rspamd.ts';
import { readSpamAssassin } from './spamassassin.ts';
import type { SpamVerdict } from './verdict.ts';

/** What filters on the way wrote into the header of a message, rspamd before who speaks like it. */
export function readSpamVerdicts(headers: Headers): SpamVerdict[] {
  const rspamd = readRspamd(headers);
  // rspamd adds a field of SpamAssassin's name as well, with the same score and without rules
  const other = readSpamAssassin(headers);
  const own = other !== null && (rspamd === null || other.symbols.length > 0) ? other : null;
  return [rspamd, own, readMicrosoft(headers)].filter((verdict) => verdict !== null);
}
