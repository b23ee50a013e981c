import { isIP } from 'node:net';
import { quoted } from '../quoted.ts';

/** Where a request goes: a name and a path, and nothing else of the URL has a say. */
export interface Target {
  /** In lower case, A-labels, without the final dot. */
  readonly host: string;
  /** Path and query as they go into the request. */
  readonly path: string;
}

/** Longest URL that is read: the host names and paths of records are far shorter. */
const MAX_URL = 2_048;
/** RFC 1035 section 2.3.4. */
const MAX_NAME = 253;
const NAME = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+$/;

/**
 * Reads a URL as strangers write it into their records. Only `https://name/path` passes: no other scheme or
 * port, no credentials, no address in any notation instead of the name. The URL standard's own reader turns
 * 2130706433, 0x7f.1 and full-width digits into 127.0.0.1 before we look, so there is one notation to refuse.
 *
 * @returns the target, or why there is none, as a sentence
 */
export function readTarget(url: string): Target | string {
  if (url.length > MAX_URL) return `The URL is ${url.length} characters long; at most ${MAX_URL} are read.`;
  const shown = quoted(url);
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return `${shown} is no URL.`;
  }
  if (parsed.protocol !== 'https:') return `${shown} starts with ${parsed.protocol} and not with https:.`;
  if (parsed.username !== '' || parsed.password !== '') return `${shown} has a user name or a password in it.`;
  if (parsed.port !== '') return `${shown} names port ${parsed.port}; only 443 is connected to.`;
  const host = parsed.hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[') || isIP(host) !== 0) return `${shown} has the address ${host} where a name belongs.`;
  if (host.length > MAX_NAME || !NAME.test(host))
    return `${quoted(host)} is no name that a public web server can have.`;
  return { host, path: `${parsed.pathname}${parsed.search}` };
}
