import { isIP } from 'node:net';
import { organizationalDomain } from '@whybounce/core/record';
import type { HtmlContent } from './html-content.ts';
import { MAX_LINKS, MAX_URL } from './limits.ts';
import type { ReadMessage } from './read-message.ts';

/** An address of the web in a message. */
export interface MessageLink {
  /** As written. */
  readonly url: string;
  /** Null for what is no address of the web. */
  readonly target: URL | null;
  /** In ASCII and without brackets; null without target. */
  readonly host: string | null;
  readonly as: 'link' | 'form' | 'image' | 'text';
  /** What is shown for it. */
  readonly words: string;
}

/** Ends where a blank, a quote or a bracket stands, and not with a sign of punctuation. */
const inText = /\bhttps?:\/\/[^\s<>"'`{}|\\^]{1,2000}/gi;

/** All links of a message, those of HTML first; addresses of the web alone, not `mailto:`, `tel:` and the like. */
export function messageLinks(message: ReadMessage, htmls: readonly HtmlContent[]): MessageLink[] {
  const links: MessageLink[] = [];
  const add = (url: string, as: MessageLink['as'], words: string) => {
    if (links.length >= 3 * MAX_LINKS || isOther(url)) return;
    const target = targetOf(url);
    links.push({ url, target, host: target === null ? null : hostOf(target), as, words });
  };
  for (const { links: own } of htmls) for (const { url, words, as } of own) add(url, as, words);
  for (const { images } of htmls) for (const { url, alt } of images) if (url !== '') add(url, 'image', alt ?? '');
  const seen = new Set(links.map(({ url }) => url));
  for (const { text } of message.plain)
    for (const [url] of text.matchAll(inText)) {
      const bare = url.slice(0, MAX_URL).replace(/[.,;:!?)\]]{1,8}$/, '');
      if (seen.has(bare) || seen.size > 3 * MAX_LINKS) continue;
      seen.add(bare);
      add(bare, 'text', '');
    }
  return links;
}

/** Of another scheme, or a place in the message itself. */
function isOther(url: string): boolean {
  const scheme = /^\s{0,8}([a-z][a-z0-9+.-]{1,30}):/i.exec(url)?.[1]?.toLowerCase();
  // `example.com:8080/` looks like a scheme
  return scheme !== undefined && scheme !== 'http' && scheme !== 'https' && !scheme.includes('.');
}

function targetOf(url: string): URL | null {
  const text = url.startsWith('//') ? `https:${url}` : url;
  if (!/^\s{0,8}https?:/i.test(text)) return null;
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** Whether a host is an address instead of a name. */
export function isAddressHost(host: string): boolean {
  return isIP(host) !== 0;
}

const shownAddress =
  /^(https?:\/\/|www\.)?((?:[a-z0-9\u00a1-\uffff](?:[a-z0-9\u00a1-\uffff-]{0,62}[a-z0-9\u00a1-\uffff])?\.){1,8}([a-z\u00a1-\uffff][a-z0-9\u00a1-\uffff-]{1,62}))(?::\d{1,5})?(?:[/?#]\S{0,2000})?$/i;
/** Without `https://` or `www.`, words such as `Node.js`, `readme.md` and `install.sh` are names of other things. */
const clearTop = /^(?:com|net|org|info|biz|edu|gov|eu|(?!ai|cs|js|md|pl|ps|py|rs|sh|so|ts|vb)[a-z]{2})$/i;

/** The registered domain that the words of a link show as its target; null where they show none. */
export function shownDomain(words: string): string | null {
  const found = shownAddress.exec(words.trim());
  if (found === null) return null;
  const [, lead, name = '', top = ''] = found;
  if (lead === undefined && !clearTop.test(top)) return null;
  try {
    return organizationalDomain(new URL(`https://${name}`).hostname);
  } catch {
    return null;
  }
}
