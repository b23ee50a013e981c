/**
 * Services at which anybody may hide an address behind a short one. Filters hold the worst of their users against all, as
 * SpamAssassin and rspamd do with lists of their own. Short names that one company alone can use (`amzn.to`) are none.
 */
const shorteners: ReadonlySet<string> = new Set([
  'adf.ly',
  'bit.do',
  'bit.ly',
  'bitly.com',
  'bl.ink',
  'buff.ly',
  'clck.ru',
  'cutt.ly',
  'cutt.us',
  'da.gd',
  'dub.sh',
  'goo.gl',
  'goo.su',
  'is.gd',
  'j.mp',
  'kutt.it',
  'lc.cx',
  'ow.ly',
  'qr.ae',
  'rb.gy',
  'rebrand.ly',
  's.id',
  'short.gy',
  'short.io',
  'shorturl.at',
  'shrtco.de',
  'snip.ly',
  'soo.gd',
  't.ly',
  'tiny.cc',
  'tiny.one',
  'tinyurl.com',
  'tr.ee',
  'u.to',
  'urlz.fr',
  'v.gd',
  'x.gd',
]);

/** Whether a host is one of them. */
export function isShortener(host: string): boolean {
  return shorteners.has(host.replace(/^www\./, ''));
}
