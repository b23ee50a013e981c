/** What keeps a URL from being fetched; null where nothing does. */
export type UrlFault = 'not-https' | 'no-url' | 'several' | 'address' | 'port' | 'credentials' | 'not-encoded';

/** A host of at least two labels; what stands behind it is not looked at. */
const URL_SHAPE = /^https:\/\/([^/?#]*)/i;
const HOST = /^(?=.{1,253}\.?$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?\.?$/i;
const MAX_URL = 2_048;

/** Whether a value is one https URL with a full host name, as the draft wants it (`bimi-uri`). */
export function httpsUrlFault(url: string): UrlFault | null {
  if (url.length > MAX_URL) return 'no-url';
  if (/^http:\/\//i.test(url)) return 'not-https';
  const authority = URL_SHAPE.exec(url)?.[1];
  if (authority === undefined) return /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? 'not-https' : 'no-url';
  if (/,\s*https?:/i.test(url)) return 'several';
  if (/[,\s]|[^\x21-\x7e]/.test(url)) return 'not-encoded';
  if (authority.includes('@')) return 'credentials';
  if (authority.startsWith('[') || /^[\d.]+(?::\d*)?$/.test(authority)) return 'address';
  const colon = authority.indexOf(':');
  if (colon >= 0 && authority.slice(colon) !== ':443') return 'port';
  return HOST.test(colon < 0 ? authority : authority.slice(0, colon)) ? null : 'no-url';
}
