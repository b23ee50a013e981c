/** Pages that were never offered by HTTPS, or are gone and named as what was read; and why each may stay. */
const plainHttp: Readonly<Record<string, string>> = {
  'http://help.szhot.com/text_show.php?id=170': 'a copy of an AOL page, gone since',
  'http://help.yahoo.com/l/in/yahoo/mail/original/abuse/abuse-57.html': 'of 2008, read in search excerpts',
  'http://mail.163.com/help/help_spam_16.htm': 'what the refusals of NetEase name, letter by letter',
  'http://postmaster.facebook.com/response_codes': 'gone since, read in a copy',
  'http://postmaster.info.aol.com/errors/': 'gone since, read in search excerpts',
  'http://rbl.att.net/block_enduser.html': 'what the refusals of AT&T name',
  'http://support.everycloudtech.com/support/solutions/articles/4000039509-workspace-reason-codes':
    'read in a stored copy',
  'http://technet.microsoft.com/en-us/library/ff715082.aspx': 'of 2009, read in a stored copy',
  'http://www.hunter.cuny.edu/icit/help-docs/archive/proofpoint/spam-interception': 'read in a stored copy',
  'http://www.symanteccloud.com/nl/nl/supportcentre/information/r_troublshooting': 'gone since, read in a stored copy',
};

/** Addresses of vendors that stand where a page would: they take requests by mail only. */
const byMail: Readonly<Record<string, string>> = {
  'mailto:delist@microsoft.com': 'the refusal itself asks to write there',
};

/** Parameters that tell who clicked where, not which page is meant. */
const tracking =
  /^(?:utm_|mc_|_hs|hs_|pk_|mtm_|vero_|oly_)|^(?:gclid|dclid|fbclid|msclkid|yclid|twclid|igshid|mkt_tok|trk|wickedid|wt\.mc_id|spm)$/i;

/** Longer ones carry something else than the name of a page. */
const MAX_LINK = 300;

/**
 * What is wrong with a link, as the end of a sentence; null where it is as it should be.
 *
 * @param isSource whether it says where something was read: a page that is gone may be named as it was then
 */
export function faultOfLink(link: string, isSource: boolean): string | null {
  if (Object.hasOwn(byMail, link)) return null;
  if (!URL.canParse(link)) return 'is no URL.';
  const url = new URL(link);
  if (url.protocol === 'http:' && !Object.hasOwn(plainHttp, link))
    return isSource
      ? 'is not https: write https, or say in tools/link-form.ts why it cannot be.'
      : 'is not https: nobody should be sent to a page that others can change on the way.';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'is no web page.';
  if (url.username !== '' || url.password !== '') return 'has a user name or password in it.';
  if (url.port !== '') return 'names a port.';
  if (!url.hostname.includes('.') || /^[\d.]+$|^\[/.test(url.hostname)) return 'has no host name.';
  if (url.hash.includes(':~:')) return 'points to words that a browser highlights: leave that off.';
  for (const name of url.searchParams.keys()) if (tracking.test(name)) return `has the tracking parameter ${name}.`;
  if (/[\s<>"\\^`{|}]|[^\u0021-\u007e]/.test(link)) return 'has signs that do not belong into a URL.';
  if (link.length > MAX_LINK) return `is longer than ${MAX_LINK} characters.`;
  return null;
}
